import { App, Tabs } from 'antd';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { type Setup, SetupEntry } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminBackupsTexts } from '../../../shared/texts/admin-backups.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { adminReplayTexts } from '../../../shared/texts/admin-replay.ts';
import { adminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { figuresTexts } from '../../../shared/texts/figures.ts';
import { missedRuleTexts } from '../../../shared/texts/missed-rule.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import type { AdminPageProps } from './admin-page.tsx';
import { BackupsTab } from './backups.tsx';
import { DraftFields, DraftOnPage, Effect } from './draft-form.tsx';
import type { SaveEntry } from './entry-section.tsx';
import { InterfacesTab } from './interfaces-tab.tsx';
import { parseWith } from './issues.ts';
import { OpeningHoursForm } from './opening-hours-form.tsx';
import { ReplayTab } from './replay-tab.tsx';
import { SectionTitle } from './section-title.tsx';
import { hallFields, previewOf, ruleFields } from './setup-fields.ts';
import { SetupFileTab } from './setup-file-tab.tsx';
import { SetupHistoryTab } from './setup-history-tab.tsx';
import { useDraft } from './use-draft.ts';

export interface SetupFormProps {
  readonly setup: Setup;
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

/** What a hall has only one of. Each form starts afresh when somebody has saved it meanwhile. */
export function RulesSection({
  questions,
  now,
  today,
  ...props
}: SetupFormProps & Pick<AdminPageProps, 'questions' | 'now'> & { readonly today: string | null }) {
  const texts = useTexts(adminTexts);
  const { backups } = useTexts(adminBackupsTexts);
  const { replay } = useTexts(adminReplayTexts);
  const whole = useTexts(adminSetupTexts);
  const interfaces = useTexts(adminInterfacesTexts);
  const { rules, openingHours, hall } = props.setup;
  return (
    <section>
      <SectionTitle title={texts.sections.rules} help={null} mayEdit={props.mayEdit} />
      <Tabs
        items={[
          {
            key: 'rules',
            label: texts.ruleTabs.rules,
            children: <RulesForm key={JSON.stringify(rules)} {...props} />,
          },
          {
            key: 'hours',
            label: texts.ruleTabs.hours,
            children: <OpeningHoursForm key={JSON.stringify(openingHours)} {...props} />,
          },
          { key: 'hall', label: texts.ruleTabs.hall, children: <HallForm key={JSON.stringify(hall)} {...props} /> },
          {
            key: 'replay',
            label: replay,
            children: <ReplayTab setup={props.setup} questions={questions} today={today} />,
          },
          {
            key: 'history',
            label: whole.history,
            children: <SetupHistoryTab {...props} questions={questions} timeZone={hall.timeZone} />,
          },
          ...(props.mayEdit
            ? [
                {
                  key: 'file',
                  label: whole.file,
                  children: <SetupFileTab setup={props.setup} questions={questions} />,
                },
                {
                  key: 'interfaces',
                  label: interfaces.tab,
                  children: <InterfacesTab {...{ questions, now }} timeZone={hall.timeZone} />,
                },
              ]
            : []),
          {
            key: 'backups',
            label: backups,
            children: <BackupsTab questions={questions} timeZone={hall.timeZone} now={now} />,
          },
        ]}
      />
    </section>
  );
}

function useSaved(): () => void {
  const texts = useTexts(adminTexts);
  const { message } = App.useApp();
  return () => void message.success(texts.saved);
}

function RulesForm({ setup, save, mayEdit }: SetupFormProps) {
  const texts = useTexts(adminTexts);
  const printing = useTexts(printingTexts);
  const figures = useTexts(figuresTexts);
  const bookings = useTexts(adminBookingsTexts);
  const missedRule = useTexts(missedRuleTexts);
  const form = useDraft({
    initial: { ...setup.rules },
    fields: () => ruleFields(setup, { texts, printing, figures, bookings }),
    parse: (draft) => parseWith(SetupEntry, { kind: 'rules', value: draft }, 1),
    save,
    onSaved: useSaved(),
  });
  const { parsed } = form;
  return (
    <DraftOnPage form={form} mayEdit={mayEdit}>
      <div className="admin-rules">
        <DraftFields form={form} disabled={!mayEdit} />
      </div>
      <Effect title={texts.visitorsRead}>
        {parsed.ok && parsed.value.kind === 'rules' ? missedRule(parsed.value.value.missed) : texts.noPreview}
      </Effect>
    </DraftOnPage>
  );
}

function HallForm({ setup, save, mayEdit }: SetupFormProps) {
  const { say } = useSpeech();
  const texts = useTexts(adminTexts);
  const common = useTexts(commonTexts);
  const form = useDraft({
    initial: { ...setup.hall },
    fields: () => hallFields(setup, { texts, say }),
    parse: (draft) => parseWith(SetupEntry, { kind: 'hall', value: draft }, 1),
    save,
    onSaved: useSaved(),
  });
  return (
    <DraftOnPage form={form} mayEdit={mayEdit}>
      <div className="admin-narrow">
        <DraftFields form={form} disabled={!mayEdit} />
        <Effect title={texts.shownAs}>
          {form.parsed.ok ? previewOf(form.parsed.value, setup, { texts, say }, common) : texts.noPreview}
        </Effect>
      </div>
    </DraftOnPage>
  );
}
