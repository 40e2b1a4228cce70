import './officers.css';
import { Tabs } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { OfficersView } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import type { AdminView } from '../../../shared/views.ts';
import { DiaryTable } from './diary-table.tsx';
import { OfficerList } from './officer-list.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SuggestionBoard } from './suggestion-board.tsx';
import type { Tell } from './use-tell.ts';

interface OfficersSectionProps {
  readonly view: AdminView;
  readonly questions: Questions;
  readonly send: Tell;
}

export interface OfficersTabProps {
  readonly officers: OfficersView;
  /** Sends, and reads everything anew when it was done. */
  readonly send: Tell;
}

const everyMs = 30_000;

/** Experience officers, their diaries on the way to the public, and what is answered to their suggestions. */
export function OfficersSection({ view, questions, send }: OfficersSectionProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const reading = useReading(questions.officers, everyMs);
  const { answer: officers, again } = reading;
  const tell: Tell = async (command) => {
    const answer = await send(command);
    again();
    return answer;
  };
  return (
    <section>
      <div className="admin-title">
        <div>
          <h2>{diaryTexts[language].diaries}</h2>
          <p>{texts.help}</p>
          <a href={`/diaries/?lang=${language}`} target="_blank" rel="noopener">
            {texts.publicPage}
          </a>
        </div>
      </div>
      <ReadState reading={reading} />
      {officers !== null && (
        <Tabs
          items={[
            {
              key: 'officers',
              label: texts.officers,
              children: <OfficerList officers={officers} send={tell} phoneOrigin={view.setup.hall.phoneOrigin} />,
            },
            { key: 'diaries', label: texts.diaries, children: <DiaryTable officers={officers} send={tell} /> },
            {
              key: 'suggestions',
              label: texts.suggestions,
              children: <SuggestionBoard officers={officers} send={tell} />,
            },
          ]}
        />
      )}
    </section>
  );
}
