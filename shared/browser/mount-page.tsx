import './theme.css';
import './fonts.ts';
import { Component, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { commonTexts } from '../texts/common.ts';
import { LanguageProvider } from './language.tsx';

/** If drawing fails, the visitor is sent to the front desk and the page tries again by itself. */
class BrokenPage extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override componentDidCatch(error: unknown) {
    console.error(error);
    setTimeout(() => location.reload(), 5_000);
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main style={{ padding: 48, fontSize: 32 }}>
        {Object.values(commonTexts).map((texts) => (
          <p key={texts.askFrontDesk}>{texts.askFrontDesk}</p>
        ))}
      </main>
    );
  }
}

/** Puts a page on the glass. `forgetLanguage`: for pages that strangers use one after another. */
export function mountPage(page: ReactNode, options: { forgetLanguage?: boolean } = {}) {
  const root = document.getElementById('page');
  if (root === null) throw new Error('index.html has no #page');
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider forget={options.forgetLanguage ?? false}>
        <BrokenPage>{page}</BrokenPage>
      </LanguageProvider>
    </StrictMode>,
  );
}
