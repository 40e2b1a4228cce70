import { Alert, Button, Skeleton } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Reading } from './questions.ts';

/** What stands where a list will be, or over a list that could not be read again. */
export function ReadState<Answer>({ reading }: { reading: Reading<Answer> }) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  if (reading.failure !== null) {
    const said =
      reading.failure === 'unreachable'
        ? commonTexts[language].unreachable
        : rejectionTexts[language][reading.failure]({});
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={texts.loadFailed}
        description={said}
        action={<Button onClick={reading.again}>{texts.tryAgain}</Button>}
      />
    );
  }
  return reading.answer === null ? (
    <Skeleton active={false} paragraph={{ rows: 6 }} aria-label={texts.loading} />
  ) : null;
}
