import { posix } from 'node:path';

/** One import as it stands in a file: a package name, or the path of a file from the root of the repository. */
export interface Import {
  readonly target: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  readonly relative: boolean;
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`. The sources are formatted, so statements begin a line. */
const statement =
  /^[ \t]*(?<keyword>import|export)\s+(?<names>[^'"`;=]*?)\s*from\s+'(?<from>[^']+)'|^[ \t]*import\s+'(?<effect>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'/gm;

export function importsOf(file: string, text: string): readonly Import[] {
  return [...withoutComments(text).matchAll(statement)].map(({ groups = {} }) => {
    const specifier = groups.from ?? groups.effect ?? groups.lazy ?? '';
    const relative = specifier.startsWith('.');
    const target = relative ? posix.join(posix.dirname(file), specifier) : packageOf(specifier);
    return { target, relative, typeOnly: isTypeOnly(groups.names ?? '') };
  });
}

/** 'antd/es/locale/zh_CN.js' -> 'antd'; 'node:fs' stays. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function isTypeOnly(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const named = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(',') ?? [];
  const some = named.map((name) => name.trim()).filter((name) => name !== '');
  return some.length > 0 && some.every((name) => name.startsWith('type '));
}

/** The code with strings kept: an import's address is one. */
export function withoutComments(text: string): string {
  return text.replaceAll(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*.*?\*\//gs, '$1');
}

/** The code with neither comments nor the words inside strings. */
export function bareCode(text: string): string {
  return withoutComments(text).replaceAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "''");
}

/** A part of the system and what it may know of the others. */
export interface Part {
  readonly name: string;
  readonly files: RegExp;
  /** Packages and files. Its own files, as far as `files` says what they are, are always allowed. */
  readonly may: readonly RegExp[];
  /** Known by name only: nothing of it is called. */
  readonly mayAsType?: readonly RegExp[];
  /** Words that must not stand in its code, and why. */
  readonly mustNotSay?: readonly { readonly word: RegExp; readonly because: string }[];
}

/** What is wrong with one file, in words; nothing when it keeps to the rules. */
export function faultsOf(parts: readonly Part[], file: string, text: string): readonly string[] {
  const part = parts.find((one) => one.files.test(file));
  if (part === undefined) return [`${file} belongs to no part of the house`];
  const faults = importsOf(file, text).flatMap(({ target, typeOnly, relative }) => {
    const allowed = [part.files, ...part.may, ...(typeOnly ? (part.mayAsType ?? []) : [])];
    const found: string[] = [];
    if (!allowed.some((rule) => rule.test(target))) found.push(`${file} (${part.name}) may not import ${target}`);
    if (relative && !/\.\w+$/.test(target)) found.push(`${file} imports ${target} without saying which kind of file`);
    return found;
  });
  const code = bareCode(text);
  for (const { word, because } of part.mustNotSay ?? []) {
    const said = word.exec(code);
    if (said !== null) faults.push(`${file} (${part.name}) says ${said[0]}: ${because}`);
  }
  if (/^[ \t]*export\s[^;=]*?\sfrom\s+'/m.test(withoutComments(text)))
    faults.push(`${file} hands on what is another's`);
  if (/(^|\/)index\.tsx?$/.test(file)) faults.push(`${file} is a barrel`);
  return faults;
}
