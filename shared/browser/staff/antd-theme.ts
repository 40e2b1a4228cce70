import type { ThemeConfig } from 'antd';
import enGB from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import zhHK from 'antd/es/locale/zh_HK.js';
// antd's calendars take the names of months and weekdays from here.
import 'dayjs/locale/en-gb.js';
import 'dayjs/locale/zh-cn.js';
import 'dayjs/locale/zh-hk.js';
import type { Language } from '../../languages.ts';

/** theme.css's light values, for what cannot read custom properties (antd computes shades, charts draw on canvas). */
export const palette = {
  paper: '#ffffff',
  raised: '#f4f6f8',
  ink: '#0b1f33',
  inkSoft: '#44566c',
  call: '#ffcf40',
  action: '#0b4ea2',
  onAction: '#ffffff',
  good: '#0a6b45',
  warn: '#7a4a00',
  warnPaper: '#fff4d6',
  bad: '#8f1d1d',
  badPaper: '#fbeaea',
  line: '#c7d2de',
} as const;

/** antd in the hall's look: flat, still, and with every text at 7:1 or better on its ground. */
export const staffTheme: ThemeConfig = {
  token: {
    colorPrimary: palette.action,
    // antd draws its focus ring in this one.
    colorPrimaryBorder: palette.action,
    colorInfo: palette.action,
    colorLink: palette.action,
    colorSuccess: palette.good,
    colorWarning: palette.warn,
    colorError: palette.bad,
    colorText: palette.ink,
    colorTextHeading: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkSoft,
    colorTextDescription: palette.inkSoft,
    colorTextPlaceholder: palette.inkSoft,
    colorTextDisabled: palette.inkSoft,
    colorBgContainerDisabled: palette.raised,
    colorBgLayout: palette.raised,
    colorBorder: palette.line,
    colorBorderSecondary: palette.line,
    colorBorderDisabled: palette.line,
    colorSplit: palette.line,
    // antd's own shade of so dark a red is a muddy grey.
    colorErrorBg: palette.badPaper,
    colorErrorBorder: palette.bad,
    colorWarningBg: palette.warnPaper,
    fontFamily: 'var(--font)',
    fontSize: 16,
    fontWeightStrong: 700,
    controlHeight: 40,
    controlHeightLG: 48,
    boxShadow: 'none',
    boxShadowSecondary: 'none',
    boxShadowTertiary: 'none',
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Modal: { titleFontSize: 20 },
  },
};

export const antdLocales = { zhHans: zhCN, zhHant: zhHK, en: enGB } as const satisfies Record<Language, unknown>;
