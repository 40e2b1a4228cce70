import { Check, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { counterRuns } from '../../../shared/counter-runs.ts';
import type { ServiceId, TicketId } from '../../../shared/ids.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import { missedRuleTexts } from '../../../shared/texts/missed-rule.ts';
import type { MissedRule, TicketKioskView } from '../../../shared/views.ts';
import { Question } from '../kiosk-frame.tsx';
import { useNeeds } from '../needs.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { isWithoutSlip, ReprintTap, SlipNotice } from './slip-outcome.tsx';
import type { Step } from './steps.ts';
import type { Visit } from './use-visit.ts';

interface IssuedProps {
  readonly step: Step & { readonly at: 'issued' };
  readonly view: TicketKioskView;
  /** How long the number may still be taken back; 0: no more. */
  readonly undoSecondsLeft: number;
  readonly visit: Visit;
  readonly secondsLeft: number;
  readonly onDone: () => void;
  readonly onReprint: (ticketId: TicketId) => void;
}

/** The last step: the number alone, then how long, where to, and how to keep it. */
export function Issued({ step, view, undoSecondsLeft, visit, secondsLeft, onDone, onReprint }: IssuedProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const sayRule = useTexts(missedRuleTexts);
  const { say, language } = useSpeech();
  const { larger } = useNeeds();
  const { ticket, issued } = step;
  const { hall, missedRule } = view;
  const numberFor = step.further === 0 ? texts.yourNumber : texts.yourNumberFor(step.further + 1);
  const slip = view.slips.find((one) => one.ticketId === ticket.ticketId);
  const withoutSlip = slip !== undefined && isWithoutSlip(slip.state);
  const { group, service } = choiceOf(view, issued.serviceId);
  const nobody = service?.othersFirst === true ? texts.othersAhead : texts.next;
  const counters = counterRuns(service?.counterLabels ?? [], language === 'en' ? ', ' : '、');
  return (
    <div className="issued">
      <YourNumber
        number={ticket.number}
        above={visit.sending?.for === 'undo' ? texts.undoing : numberFor}
        below={service === undefined ? '' : say(service.name)}
      />
      <dl className="facts">
        <div>
          <dt>{texts.ahead}</dt>
          <dd>{issued.ahead === 0 ? nobody : common.people(issued.ahead)}</dd>
        </div>
        <div>
          <dt>{texts.expectedWait}</dt>
          <dd>{issued.wait === null ? common.waitUnknown : common.waitRange(issued.wait)}</dd>
        </div>
        {group !== undefined && (
          <div>
            <dt>
              {texts.zone} {group.zoneWay !== null && <span className="way">{say(group.zoneWay)}</span>}
            </dt>
            <dd>{say(group.zoneName)}</dd>
          </div>
        )}
        {counters !== '' && (
          <div>
            <dt>{texts.counters}</dt>
            <dd>{texts.counterList(counters)}</dd>
          </div>
        )}
      </dl>
      <section className="rules">
        {/* A slip says the rest too, and the glass has no room for both. */}
        {slip === undefined ? (
          <p>
            <Words>{texts.watch}</Words>
          </p>
        ) : (
          <SlipNotice state={slip.state} whenNoSlip={view.whenNoSlip} />
        )}
        <p>
          <strong>{texts.ifMissed}</strong> <Words>{larger ? texts.ifMissedShort : sayRule(missedRule)}</Words>
        </p>
      </section>
      <section className="keep">
        <Scan
          address={`${hall.phoneOrigin ?? location.origin}/t/#${issued.link}`}
          demo={hall.demo}
          label={texts.scan}
        />
        <p className="keep-scan">
          <Words>{texts.scan}</Words>
        </p>
        <p className="keep-code">
          {texts.code} <strong>{issued.code}</strong>
        </p>
        {!larger && slip === undefined && (
          <p className="keep-use">
            <Words>{texts.codeUse}</Words>
          </p>
        )}
      </section>
      <Done secondsLeft={secondsLeft} onDone={onDone} busy={visit.sending !== null}>
        {undoSecondsLeft > 0 && issued.appointment?.late !== false && (
          <Tap className="undo" disabled={visit.sending !== null} onTap={() => visit.ask({ for: 'undo', ...ticket })}>
            <Undo2 aria-hidden />
            <span>
              <span>{texts.wrong}</span>
              <span>{texts.undo(undoSecondsLeft)}</span>
            </span>
          </Tap>
        )}
        {/* Never where the one above was: a finger may be on its way to it. */}
        {withoutSlip && slip.canReprint && <ReprintTap onTap={() => onReprint(ticket.ticketId)} />}
      </Done>
    </div>
  );
}

/** Where a number leads: to what is said of its service now. Nothing, should the service be gone meanwhile. */
function choiceOf(view: TicketKioskView, serviceId: ServiceId) {
  for (const group of view.groups) {
    const service = group.services.find((one) => one.serviceId === serviceId);
    if (service !== undefined) return { group, service };
  }
  return {};
}

/** To be scanned by a phone. In a demo hall it can be clicked as well: a newcomer's phone may not reach this machine. */
function Scan({ address, demo, label }: { address: string; demo: boolean; label: string }) {
  const code = <QrCode className="qr" text={address} label={label} />;
  return demo ? (
    <a className="qr-link" href={address} target="_blank" rel="noopener">
      {code}
    </a>
  ) : (
    code
  );
}

interface PutBackProps {
  readonly number: string;
  readonly rule: MissedRule;
  readonly secondsLeft: number;
  readonly onDone: () => void;
}

/** A missed number is in the queue again: the same number, and what to expect. */
export function PutBack({ number, rule, secondsLeft, onDone }: PutBackProps) {
  const texts = useTexts(kioskTexts);
  return (
    <div className="issued again">
      <YourNumber number={number} above={texts.putBackDone} below={texts.putBackWords(rule.putBackPlaces)} />
      <section className="rules">
        <p>
          <Words>{texts.watch}</Words>
        </p>
      </section>
      <Done secondsLeft={secondsLeft} onDone={onDone} />
    </div>
  );
}

function YourNumber({ number, above, below }: { number: string; above: string; below: string }) {
  return (
    <Question hint={below}>
      <span className="number-above">{above}</span>
      <span className={number.length > 4 ? 'number long' : 'number'}>{number}</span>
    </Question>
  );
}

interface DoneProps {
  readonly secondsLeft: number;
  readonly onDone: () => void;
  readonly busy?: boolean;
  /** What else can be done. */
  readonly children?: ReactNode;
}

function Done({ secondsLeft, onDone, busy = false, children }: DoneProps) {
  const texts = useTexts(kioskTexts);
  return (
    <div className="done">
      <div className="actions">
        {children}
        <Tap className="primary" disabled={busy} onTap={onDone}>
          <Check aria-hidden /> {texts.done}
        </Tap>
      </div>
      <p>
        <span>{texts.startsAgainIn(secondsLeft)}</span> <span>{texts.touchForTime}</span>
      </p>
    </div>
  );
}
