import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import {
  appealers,
  type CaseStep,
  type CaseStepKind,
  type CaseTextPart,
  CaseTexts,
  invalidGrounds,
  satisfactions,
  wantedTexts,
} from '../../../shared/rating-case.ts';
import type { CaseView } from '../../../shared/rating-ledger.ts';
import { type LedgerTexts, ledgerTexts } from '../../../shared/texts/ledger.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';

interface CaseActionsProps {
  readonly one: CaseView;
  readonly send: (command: Command) => Promise<Answer>;
  readonly done: () => void;
}

type Choice = keyof LedgerTexts['choices'];
/** The choice a step needs besides its words. */
const choicesOf: Partial<Record<CaseStepKind, readonly Choice[]>> = {
  contact: ['reached', 'notReached'],
  feedBack: ['told', 'published'],
  revisit: satisfactions,
  proposeInvalid: invalidGrounds,
  decideProposal: ['approve', 'refuse'],
  appeal: appealers,
  decideAppeal: ['upheld', 'dismissed'],
};

/** What may be done now: the usual next step in front, the rest behind it. The hall decides; this only offers. */
export function CaseActions({ one, send, done }: CaseActionsProps) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const [kind, setKind] = useState<CaseStepKind | null>(null);
  const [main, ...others] = stepsNow(one);
  return (
    <section>
      <h3>{texts.actions}</h3>
      {one.proposal !== null && (
        <Alert
          type="warning"
          showIcon
          title={`${texts.proposalWaits}: ${texts.proposals[one.proposal]}`}
          description={one.proposedByMe ? texts.mine : null}
        />
      )}
      {one.appeal !== null && (
        <Alert type="warning" showIcon title={`${texts.appealWaits}: ${texts.choices[one.appeal]}`} />
      )}
      {kind === null ? (
        <div className="case-buttons">
          {main !== undefined && (
            <Button type="primary" size="large" block onClick={() => setKind(main)}>
              {texts.steps[main]}
            </Button>
          )}
          {others.map((other) => (
            <Button key={other} onClick={() => setKind(other)}>
              {texts.steps[other]}
            </Button>
          ))}
        </div>
      ) : (
        <StepForm key={kind} {...{ one, kind, send, done }} back={() => setKind(null)} />
      )}
    </section>
  );
}

/** The usual next step first; what is waiting for a second person before everything else. */
function stepsNow(one: CaseView): readonly CaseStepKind[] {
  const ended = one.due === null;
  const pending: CaseStepKind[] = [];
  if (one.proposal !== null && !ended) pending.push('decideProposal');
  if (one.appeal !== null && !one.tookPart) pending.push('decideAppeal');
  const aside: CaseStepKind[] = ended ? [] : one.proposal === null ? ['proposeInvalid'] : [];
  if (!ended && one.proposal === null && one.flags.length > 0) aside.push('proposeUnflag');
  if (one.appeal === null && one.status !== 'open' && one.status !== 'contacted') aside.push('appeal');
  return [...pending, ...usualSteps(one), ...aside];
}

function usualSteps({ status, mayCallBack, proposal }: CaseView): readonly CaseStepKind[] {
  switch (status) {
    case 'open':
      return mayCallBack ? ['contact'] : ['verify'];
    case 'contacted':
      return ['verify'];
    case 'verified':
      return ['rectify', 'cannotBeMet'];
    case 'rectifying':
      return ['feedBack', 'rectify', 'cannotBeMet'];
    case 'fedBack':
      return mayCallBack ? ['revisit', 'noRevisit'] : ['noRevisit'];
    case 'revisited':
      return proposal === null ? ['close'] : [];
    case 'closed':
    case 'invalid':
      return [];
  }
}

interface StepFormProps extends CaseActionsProps {
  readonly kind: CaseStepKind;
  readonly back: () => void;
}

function StepForm({ one, kind, send, done, back }: StepFormProps) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const [choice, setChoice] = useState<Choice | null>(null);
  const [owner, setOwner] = useState<StaffId | null>(null);
  const [by, setBy] = useState('');
  const [written, setWritten] = useState<Partial<Record<CaseTextPart, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const parts: readonly CaseTextPart[] = wantedTexts[kind];
  const choices = (choicesOf[kind] ?? []).filter((each) => each !== 'told' || one.mayCallBack);
  const step = stepOf(kind, choice, owner, by);
  const said = CaseTexts.safeParse(written);
  const whole = step !== null && said.success && parts.every((part) => said.data[part] !== undefined);
  const submit = async () => {
    if (!whole || sending) return;
    setSending(true);
    const answer = await send({ type: 'stepCase', ticketId: one.ticketId, step, texts: said.data });
    setSending(false);
    if (answer.ok) {
      back();
      done();
    } else setFailure(rejectionTexts[language][answer.code](answer.facts ?? {}));
  };
  return (
    <Form layout="vertical" className="case-form" onFinish={() => void submit()}>
      <h4>{texts.steps[kind]}</h4>
      {choices.length > 0 && (
        <Radio.Group
          aria-label={texts.steps[kind]}
          options={choices.map((value) => ({ value, label: texts.choices[value] }))}
          value={choice}
          onChange={(event) => setChoice(event.target.value)}
        />
      )}
      {kind === 'rectify' && (
        <div className="case-measure">
          <Form.Item label={texts.owner} htmlFor="case-owner">
            <Select<StaffId>
              id="case-owner"
              options={one.owners.map(({ staffId, name }) => ({ value: staffId, label: name }))}
              value={owner}
              onChange={setOwner}
            />
          </Form.Item>
          <Form.Item label={texts.by} htmlFor="case-by">
            <Input id="case-by" type="date" value={by} onChange={(event) => setBy(event.target.value)} />
          </Form.Item>
        </div>
      )}
      {parts.map((part) => (
        <Form.Item key={part} label={texts.parts[part]} htmlFor={`case-${part}`}>
          <Input.TextArea
            id={`case-${part}`}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={written[part] ?? ''}
            onChange={(event) => setWritten({ ...written, [part]: event.target.value })}
          />
        </Form.Item>
      ))}
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      <div className="case-form-buttons">
        <Button type="primary" htmlType="submit" disabled={!whole} loading={sending}>
          {texts.submit}
        </Button>
        <Button onClick={back}>{texts.cancel}</Button>
      </div>
    </Form>
  );
}

/** The step as its choices make it; null while something is missing. */
function stepOf(kind: CaseStepKind, choice: Choice | null, owner: StaffId | null, by: string): CaseStep | null {
  switch (kind) {
    case 'verify':
    case 'cannotBeMet':
    case 'noRevisit':
    case 'close':
    case 'proposeUnflag':
      return { kind };
    case 'rectify':
      return owner === null || by === '' ? null : { kind, owner, by };
    case 'contact':
      return choice === null ? null : { kind, reached: choice === 'reached' };
    case 'feedBack':
      return choice === 'told' || choice === 'published' ? { kind, how: choice } : null;
    case 'revisit':
      return choice === 'satisfied' || choice === 'basically' || choice === 'not' ? { kind, answer: choice } : null;
    case 'proposeInvalid':
      return choice === 'mistaken' || choice === 'malicious' || choice === 'notThisVisit'
        ? { kind, ground: choice }
        : null;
    case 'decideProposal':
      return choice === null ? null : { kind, approve: choice === 'approve' };
    case 'appeal':
      return choice === 'ratedPerson' || choice === 'rater' ? { kind, by: choice } : null;
    case 'decideAppeal':
      return choice === null ? null : { kind, upheld: choice === 'upheld' };
  }
}
