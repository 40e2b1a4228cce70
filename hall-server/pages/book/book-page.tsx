import './book.css';
import '../../../shared/browser/language-row.css';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BookingOffer } from '../../../shared/booking.ts';
import { LanguageSwitch, useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { BookedStep } from './booked.tsx';
import { ChooseService } from './choose-service.tsx';
import { ChooseSlot } from './choose-slot.tsx';
import { Confirm } from './confirm.tsx';
import { EnterCode } from './enter-code.tsx';
import { Found } from './found.tsx';
import type { BookingQuestions } from './questions.ts';
import { type Made, type Step, useSteps } from './steps.ts';

interface BookPageProps {
  readonly offer: BookingOffer;
  readonly questions: BookingQuestions;
  /** For tests: a step to begin at. */
  readonly at?: Step;
}

/** Booking without a name: what, when, and a code; later, with the code, what has become of it. */
export function BookPage({ offer, questions, at }: BookPageProps) {
  const { say, language } = useSpeech();
  const texts = useTexts(bookingTexts);
  const steps = useSteps(at === undefined ? [] : [at]);
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  const { hall } = offer;
  const { step } = steps;
  return (
    <main className="book">
      <LanguageSwitch className="language-row" />
      <header>
        <p className="book-soft">{say(hall.name)}</p>
        {step.at === 'start' && <h1>{texts.title}</h1>}
      </header>
      {hall.emergency !== null && (
        <p className="book-emergency" role="alert">
          {say(hall.emergency.text)}
        </p>
      )}
      {step.at !== 'start' && step.at !== 'booked' && (
        <button type="button" className="book-back" onClick={steps.back}>
          <ChevronLeft aria-hidden />
          {texts.back}
        </button>
      )}
      <CurrentStep {...{ offer, questions, steps, made }} keep={setMade} />
      <footer>
        <a className="book-button" href={`/now/?lang=${language}`}>
          {texts.nowPage}
        </a>
        <a className="book-button" href={`tel:${hall.hotline}`}>
          {texts.callHotline(hall.hotline)}
        </a>
      </footer>
    </main>
  );
}

interface CurrentStepProps extends Pick<BookPageProps, 'offer' | 'questions'> {
  readonly steps: ReturnType<typeof useSteps>;
  readonly made: Made | null;
  readonly keep: (made: Made) => void;
}

function CurrentStep({ offer, questions, steps, made, keep }: CurrentStepProps) {
  const { step, go, put } = steps;
  switch (step.at) {
    case 'start':
      return (
        <ChooseService
          offer={offer}
          made={made}
          choose={(service) => go({ at: 'slot', service })}
          showMade={(again) => go({ at: 'booked', made: again })}
          enterCode={() => go({ at: 'code' })}
        />
      );
    case 'slot':
      return (
        <ChooseSlot
          service={step.service}
          slots={questions.slots}
          choose={(chosen) => go({ at: 'confirm', chosen: { ...chosen, service: step.service } })}
        />
      );
    case 'confirm':
      return (
        <Confirm
          chosen={step.chosen}
          offer={offer}
          book={questions.book}
          chooseOther={() => put({ at: 'slot', service: step.chosen.service })}
          booked={(code) => {
            const now = { chosen: step.chosen, code };
            keep(now);
            put({ at: 'booked', made: now });
          }}
        />
      );
    case 'booked':
      return <BookedStep made={step.made} offer={offer} done={() => put()} />;
    case 'code':
      return <EnterCode find={questions.find} found={(code, booking) => go({ at: 'found', code, booking })} />;
    case 'found':
      return (
        <Found
          {...{ code: step.code, booking: step.booking, offer, questions }}
          changed={(booking) => put({ at: 'found', code: step.code, booking })}
          bookAnew={() => {
            const service = offer.services.find(({ serviceId }) => serviceId === step.booking.serviceId);
            put(...(service === undefined ? [] : [{ at: 'slot', service } as const]));
          }}
        />
      );
  }
}
