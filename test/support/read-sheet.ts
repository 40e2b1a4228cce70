import { spawnSync } from 'node:child_process';

/** Reads a workbook with what is not ours: Python's zipfile and XML parser (better-sqlite3 is compiled with Python). */
const reader = `
import io, json, re, sys, zipfile
import xml.etree.ElementTree as tree
book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert book.testzip() is None
for name in book.namelist(): tree.fromstring(book.read(name))
x = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
lines = []
for row in tree.fromstring(book.read('xl/worksheets/sheet' + sys.argv[1] + '.xml')).iter(x + 'row'):
    line = {}
    for cell in row:
        column = 0
        for letter in re.match('[A-Z]+', cell.get('r')).group(): column = column * 26 + ord(letter) - 64
        kind, value = cell.get('t'), cell.find(x + 'v')
        assert cell.find(x + 'f') is None
        if kind == 'inlineStr': line[column] = cell.find(x + 'is').find(x + 't').text
        elif kind == 'b': line[column] = value.text == '1'
        else: line[column] = float(value.text)
    lines.append(line)
width = max([0] + [at for line in lines for at in line])
print(json.dumps([[line.get(at + 1) for at in range(width)] for line in lines]))
`;

/** The cells of a workbook's sheet, line by line; an empty cell is null. @throws when it is no sound workbook */
export function sheetCells(bytes: Uint8Array, sheet = 1): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', reader, String(sheet)], {
    input: bytes,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`not a workbook: ${stderr}`);
  return JSON.parse(stdout.toString('utf8'));
}
