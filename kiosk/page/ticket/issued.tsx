import { Check } from 'lucide-react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { counterRuns } from '../../../shared/counter-runs.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import { missedRuleTexts } from '../../../shared/texts/missed-rule.ts';
import type { HallFacts, MissedRule } from '../../../shared/views.ts';
import { Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import type { NumberWish } from './steps.ts';

interface IssuedProps {
  readonly number: string;
  readonly issued: IssuedTicket;
  readonly wish: NumberWish;
  readonly hall: HallFacts;
  readonly missedRule: MissedRule;
  readonly secondsLeft: number;
  readonly onDone: () => void;
}

/** The last step: the number alone, then how long, where to, and how to keep it. */
export function Issued({ number, issued, wish, hall, missedRule, secondsLeft, onDone }: IssuedProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const sayRule = useTexts(missedRuleTexts);
  const { say, language } = useSpeech();
  const { service, group } = wish;
  const counters = counterRuns(service.counterLabels, language === 'en' ? ', ' : '、');
  return (
    <div className="issued">
      <YourNumber number={number} above={texts.yourNumber} below={say(service.name)} />
      <dl className="facts">
        <div>
          <dt>{texts.ahead}</dt>
          <dd>{issued.ahead === 0 ? texts.next : common.people(issued.ahead)}</dd>
        </div>
        <div>
          <dt>{texts.expectedWait}</dt>
          <dd>{issued.wait === null ? common.waitUnknown : common.waitRange(issued.wait)}</dd>
        </div>
        <div>
          <dt>{texts.zone}</dt>
          <dd>{say(group.zoneName)}</dd>
        </div>
        {counters !== '' && (
          <div>
            <dt>{texts.counters}</dt>
            <dd>{texts.counterList(counters)}</dd>
          </div>
        )}
      </dl>
      <section className="rules">
        <p>
          <Words>{texts.watch}</Words>
        </p>
        <p>
          <strong>{texts.ifMissed}</strong> <Words>{sayRule(missedRule)}</Words>
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
        <p className="keep-use">
          <Words>{texts.codeUse}</Words>
        </p>
      </section>
      <Done secondsLeft={secondsLeft} onDone={onDone} />
    </div>
  );
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

function Done({ secondsLeft, onDone }: { secondsLeft: number; onDone: () => void }) {
  const texts = useTexts(kioskTexts);
  return (
    <div className="done">
      <Tap className="primary" onTap={onDone}>
        <Check aria-hidden /> {texts.done}
      </Tap>
      <p>
        <span>{texts.startsAgainIn(secondsLeft)}</span> <span>{texts.touchForTime}</span>
      </p>
    </div>
  );
}
