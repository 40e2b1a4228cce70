import { Alert, Button, Segmented, Table } from 'antd';
import { Pencil, Plus, Printer as PrinterIcon } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { PrinterState } from '../../../shared/browser/staff/printer-state.tsx';
import type { TestPrinted } from '../../../shared/http.ts';
import type { PrinterId } from '../../../shared/ids.ts';
import { type Language, languageNames, languages, languageTags } from '../../../shared/languages.ts';
import { type Paper, papers } from '../../../shared/printing.ts';
import { type Printer, type Setup, SetupEntry } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { PrinterStatus } from '../../../shared/views.ts';
import type { Draft } from './draft.ts';
import { DraftDrawer } from './draft-form.tsx';
import { InUse, type SaveEntry } from './entry-section.tsx';
import { parseWith } from './issues.ts';
import { placeOf, printerDraft, printerFields, printerOf } from './printer-fields.ts';
import type { Questions } from './questions.ts';
import { SectionTitle } from './section-title.tsx';

interface PrintersSectionProps {
  readonly setup: Setup;
  readonly printers: readonly PrinterStatus[];
  readonly questions: Questions;
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

/** Which printers there are and how they are; a test page; and the slip itself, dot by dot. */
export function PrintersSection({ setup, printers, questions, save, mayEdit }: PrintersSectionProps) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const printing = printingTexts[language];
  const { admin } = printing;
  const [editing, setEditing] = useState<{ readonly draft: Draft; readonly isNew: boolean } | null>(null);
  const test = useTest(questions);

  return (
    <section>
      <SectionTitle title={texts.sections.printers} help={admin.help} mayEdit={mayEdit}>
        <Button
          type="primary"
          icon={<Plus size={18} aria-hidden />}
          onClick={() => setEditing({ draft: printerDraft(null), isNew: true })}
        >
          {texts.add(admin.one)}
        </Button>
      </SectionTitle>
      {test.said !== null && (
        <Alert type={test.said.good ? 'success' : 'warning'} title={test.said.words} role="status" showIcon />
      )}
      <Table<Printer>
        rowKey="id"
        size="small"
        pagination={false}
        locale={{ emptyText: texts.none }}
        dataSource={[...setup.printers]}
        columns={[
          { key: 'name', title: texts.fields.deviceName, dataIndex: 'name' },
          { key: 'place', title: admin.connection, render: (_, printer) => placeOf(printer, admin) },
          { key: 'paper', title: admin.paper, render: (_, { paper }) => admin.paperOf(paper) },
          {
            key: 'condition',
            title: admin.condition,
            render: (_, { id, active }) => {
              const status = printers.find((one) => one.printerId === id);
              return active && status !== undefined ? (
                <PrinterState status={status} timeZone={setup.hall.timeZone} />
              ) : (
                <InUse active={active} />
              );
            },
          },
          {
            key: 'edit',
            align: 'end',
            title: <span className="visually-hidden">{texts.edit}</span>,
            render: (_, printer) =>
              mayEdit && (
                <span className="admin-row-buttons">
                  {printer.active && printer.connection.via !== 'shell' && (
                    <Button
                      type="link"
                      icon={<PrinterIcon size={18} aria-hidden />}
                      aria-label={`${admin.test} ${printer.name}`}
                      disabled={test.under === printer.id}
                      onClick={() => void test.print(printer.id)}
                    >
                      {test.under === printer.id ? admin.testing : admin.test}
                    </Button>
                  )}
                  <Button
                    type="link"
                    icon={<Pencil size={18} aria-hidden />}
                    aria-label={`${texts.edit} ${printer.name}`}
                    onClick={() => setEditing({ draft: printerDraft(printer), isNew: false })}
                  >
                    {texts.edit}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      <Sample address={questions.slipSample} />
      {editing !== null && (
        <DraftDrawer
          key={String(editing.draft.id)}
          title={editing.isNew ? texts.adding(admin.one) : texts.editing(admin.one)}
          isNew={editing.isNew}
          initial={editing.draft}
          fields={(draft) => printerFields(draft, { texts, printing })}
          parse={(draft) => parseWith(SetupEntry, { kind: 'printer', value: printerOf(draft) }, 1)}
          save={save}
          close={() => setEditing(null)}
        />
      )}
    </section>
  );
}

/** One test page at a time, and what became of the last one. */
function useTest(questions: Questions) {
  const { language } = useSpeech();
  const { admin, faults } = printingTexts[language];
  const [under, setUnder] = useState<PrinterId | null>(null);
  const [said, setSaid] = useState<{ readonly good: boolean; readonly words: string } | null>(null);
  const wordsOf = ({ state, fault }: TestPrinted) =>
    fault === null ? admin.tested[state] : `${admin.tested[state]}: ${faults[fault]}`;
  return {
    under,
    said,
    print: async (printerId: PrinterId) => {
      setUnder(printerId);
      setSaid(null);
      const asked = await questions.testPrinter({ printerId, language });
      setUnder(null);
      setSaid(
        asked.ok
          ? { good: asked.answer.state === 'confirmed', words: wordsOf(asked.answer) }
          : { good: false, words: rejectionTexts[language][asked.code]({}) },
      );
    },
  };
}

function Sample({ address }: { address: Questions['slipSample'] }) {
  const speech = useSpeech();
  const { admin } = printingTexts[speech.language];
  const [paper, setPaper] = useState<Paper>(80);
  const [language, setLanguage] = useState<Language>(speech.language);
  return (
    <section className="admin-sample">
      <h3>{admin.sample}</h3>
      <p className="admin-soft">{admin.sampleHelp}</p>
      <div className="admin-filters">
        <Segmented
          aria-label={admin.paperLabel}
          value={paper}
          onChange={setPaper}
          options={papers.map((one) => ({ value: one, label: admin.paperOf(one) }))}
        />
        <Segmented
          aria-label={admin.language}
          value={language}
          onChange={setLanguage}
          options={languages.map((one) => ({
            value: one,
            label: <span lang={languageTags[one]}>{languageNames[one]}</span>,
          }))}
        />
      </div>
      <img className="admin-slip" data-paper={paper} src={address(paper, language)} alt={admin.sample} />
    </section>
  );
}
