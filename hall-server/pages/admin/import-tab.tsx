import './bookings.css';
import { Alert, Button, Progress } from 'antd';
import { Download, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { showAppointmentCode } from '../../../shared/appointment-code.ts';
import { type ImportResult, type ImportVerdict, importedAtOnce } from '../../../shared/appointment-import.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { CommandId } from '../../../shared/ids.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminImportTexts } from '../../../shared/texts/admin-import.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { ImportProblems, type Problem } from './import-problems.tsx';
import type { Questions } from './questions.ts';
import { type ReadLine, readImport, textOf } from './read-import.ts';
import { saveFile } from './save-file.ts';

type Good = Extract<ReadLine, { readonly row: unknown }>;
/** Rows that would be booked, in the parts in which they are sent; each part is one wish with an id of its own. */
interface Plan {
  readonly parts: readonly { readonly id: CommandId; readonly lines: readonly Good[] }[];
  readonly fresh: number;
  readonly known: number;
  readonly unnamed: number;
  readonly problems: readonly Problem[];
}
interface Told {
  readonly line: Good;
  readonly result: ImportResult;
}

interface ImportTabProps {
  readonly setup: Setup;
  readonly questions: Pick<Questions, 'previewImport' | 'importRows'>;
}

/** A file of another system's bookings: read here, judged by the hall, written in parts; the codes come back once. */
export function ImportTab({ setup, questions }: ImportTabProps) {
  const { language, say } = useSpeech();
  const texts = adminImportTexts[language];
  const words = rejectionTexts[language];
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [told, setTold] = useState<readonly Told[]>([]);
  const [running, setRunning] = useState(false);
  const bookable = setup.services.filter((one) => one.active && one.appointments !== null);
  const total = plan?.parts.reduce((sum, { lines }) => sum + lines.length, 0) ?? 0;
  const done = plan !== null && total > 0 && told.length === total;

  const read = async (file: File) => {
    setPlan(null);
    setTold([]);
    setFailure(null);
    const found = readImport(textOf(new Uint8Array(await file.arrayBuffer())), { services: bookable });
    if (!found.ok) return setFailure(texts.file[found.fault]);
    const good = found.lines.filter((one): one is Good => 'row' in one);
    const asked =
      good.length === 0 ? { ok: true as const, answer: [] } : await questions.previewImport(good.map(({ row }) => row));
    if (!asked.ok) return setFailure(words[asked.code]({}));
    setPlan(planOf(found.lines, good, asked.answer));
  };

  const planOf = (lines: readonly ReadLine[], good: readonly Good[], verdicts: readonly ImportVerdict[]): Plan => {
    const wrong = lines.flatMap((one) =>
      'wrong' in one ? [{ line: one.line, why: texts.wrong[one.wrong](one.text) }] : [],
    );
    const refused = good.flatMap(({ line }, at) => problemOf(line, verdicts[at]));
    const taken = good.filter((_, at) => verdicts[at]?.is !== 'refused');
    const parts = Array.from({ length: Math.ceil(taken.length / importedAtOnce) }, (_, n) => ({
      id: CommandId.parse(newCommandId()),
      lines: taken.slice(n * importedAtOnce, (n + 1) * importedAtOnce),
    }));
    const known = verdicts.filter(({ is }) => is === 'known').length;
    return {
      ...{ parts, known, fresh: taken.length - known },
      unnamed: taken.filter(({ row }) => row.reference === null).length,
      problems: [...wrong, ...refused].toSorted((a, b) => a.line - b.line),
    };
  };
  const problemOf = (line: number, verdict: ImportVerdict | ImportResult | undefined): readonly Problem[] =>
    verdict?.is === 'refused' ? [{ line, why: refusedIn(verdict) }] : [];
  /** What a visitor is told (take a number, choose another time) is no help to whoever reads a file. */
  const refusedIn = ({ code, facts }: Extract<ImportVerdict, { is: 'refused' }>) =>
    code === 'slotNotOffered' || code === 'slotFull' ? texts.refused[code] : words[code](facts);

  /** From where it stopped, if it did: a part that is sent again is answered, not booked again. */
  const write = async () => {
    if (plan === null || running) return;
    setRunning(true);
    setFailure(null);
    let so: readonly Told[] = told;
    for (const { id, lines } of plan.parts.slice(Math.floor(told.length / importedAtOnce))) {
      const asked = await questions.importRows(
        id,
        lines.map(({ row }) => row),
      );
      if (!asked.ok) {
        setFailure(words[asked.code]({}));
        break;
      }
      so = [
        ...so,
        ...lines.flatMap((line, at) => {
          const result = asked.answer[at];
          return result === undefined ? [] : [{ line, result }];
        }),
      ];
      setTold(so);
    }
    setRunning(false);
  };

  const codes = told.flatMap(({ line: { row }, result }) =>
    result.is === 'refused' ? [] : [{ row, code: result.code }],
  );
  const nameOf = (id: string) => {
    const service = setup.services.find((one) => one.id === id);
    return service === undefined ? id : say(service.name);
  };
  const saveCodes = () =>
    saveFile(
      [
        [texts.columns.reference, texts.columns.service, texts.columns.date, texts.columns.slot, texts.columns.code],
        ...codes.map(({ row, code }) => [
          ...[row.reference ?? '', nameOf(row.serviceId), row.date, row.slot, showAppointmentCode(code)],
        ]),
      ],
      `${texts.codesFile}.csv`,
    );
  const template = () => {
    const { service, date, slot, count, reference } = texts.columns;
    const rows = bookable
      .slice(0, 2)
      .map((one, n) => [say(one.name), texts.exampleDate, '10:00', '1', `WX-000${n + 1}`]);
    saveFile([[service, date, slot, count, reference], ...rows], `${texts.templateFile}.csv`);
  };

  return (
    <section className="import-bookings">
      <p>{texts.help}</p>
      <p className="admin-soft">{texts.rules}</p>
      {bookable.length === 0 ? (
        <Alert type="info" showIcon title={texts.noService} />
      ) : (
        <div className="case-form-buttons">
          <Button icon={<FileUp size={18} aria-hidden />} disabled={running} onClick={() => input.current?.click()}>
            {texts.choose}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) void read(file);
              // The same file once more is read once more.
              event.target.value = '';
            }}
          />
          <Button icon={<Download size={18} aria-hidden />} onClick={template}>
            {texts.template}
          </Button>
        </div>
      )}
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      {plan !== null && (
        <>
          <p role="status" className="import-sum">
            {texts.sum(plan.fresh, plan.known, plan.problems.length)}
          </p>
          {plan.unnamed > 0 && <Alert type="warning" showIcon title={texts.unnamed(plan.unnamed)} />}
          <ImportProblems
            problems={[...plan.problems, ...told.flatMap(({ line, result }) => problemOf(line.line, result))]}
          />
          {(running || told.length > 0) && (
            <Progress
              percent={total === 0 ? 0 : Math.floor((100 * told.length) / total)}
              status={running ? 'active' : done ? 'success' : 'normal'}
              aria-label={texts.progress(told.length, total)}
            />
          )}
          <div className="case-form-buttons">
            {!done && (
              <Button type="primary" disabled={total === 0} loading={running} onClick={() => void write()}>
                {texts.write(total)}
              </Button>
            )}
            {codes.length > 0 && !running && (
              <Button type={done ? 'primary' : 'default'} icon={<Download size={18} aria-hidden />} onClick={saveCodes}>
                {texts.saveCodes(codes.length)}
              </Button>
            )}
          </div>
          {codes.length > 0 && !running && <Alert type="warning" showIcon title={texts.codesOnce} />}
        </>
      )}
    </section>
  );
}
