import './staff.css';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from '../language.tsx';
import { antdLocales, staffTheme } from './antd-theme.ts';
import { styleNonce } from './style-nonce.ts';

/** Gives antd the hall's look and the page's language; `StaffGate` brings it, previews draw their views in it. */
export function StaffLook({ children }: { children: ReactNode }) {
  const { language } = useSpeech();
  return (
    <ConfigProvider
      csp={{ nonce: styleNonce }}
      theme={staffTheme}
      locale={antdLocales[language]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className="staff-look">{children}</App>
    </ConfigProvider>
  );
}
