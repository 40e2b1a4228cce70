import { TriangleAlert } from 'lucide-react';
import type { Panel } from '../../shared/actors.ts';
import { languageTags } from '../../shared/languages.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { EmergencyFacts, HallFacts } from '../../shared/views.ts';
import { CoveringMessage } from './covering-message.tsx';

/** What staff say to the whole hall, until they lift it. */
export function Emergency(props: { emergency: EmergencyFacts; hall: HallFacts; panel: Panel }) {
  const { emergency, hall, panel } = props;
  return (
    <CoveringMessage
      tone="bad"
      languages={hall.displayLanguages}
      textIn={(language) => emergency.text[language]}
      panel={panel}
      head={(shown) => (
        <>
          <TriangleAlert strokeWidth={2.5} aria-hidden="true" />
          {/* The same in both ways of writing Chinese: said once. */}
          {[...new Map(shown.map((language) => [screenTexts[language].notice, language]))].map(([notice, language]) => (
            <span key={notice} lang={languageTags[language]}>
              {notice}
            </span>
          ))}
        </>
      )}
    />
  );
}
