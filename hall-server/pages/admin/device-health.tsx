import {
  CircleCheck,
  Clock,
  Eye,
  type LucideIcon,
  Monitor,
  RefreshCwOff,
  Type,
  Volume2,
  VolumeX,
  Wifi,
  WifiOff,
} from 'lucide-react';
import { isScreen } from '../../../shared/actors.ts';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { DeviceRow } from '../../../shared/http.ts';
import { behindAfterMs, hangsAfterMs } from '../../../shared/protocol.ts';
import type { Setup } from '../../../shared/setup.ts';
import { type AdminTexts, adminTexts } from '../../../shared/texts/admin.ts';
import { type AdminScreensTexts, adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { fitOfScreen } from '../../../signage-display/screen-fit.ts';

interface Sign {
  readonly is: 'good' | 'warn' | 'soft';
  readonly icon: LucideIcon;
  readonly says: string;
}

/** How a device is: each thing a word and an icon, what somebody should look after first. */
export function DeviceHealth({ device, setup }: { device: DeviceRow; setup: Setup }) {
  const { language } = useSpeech();
  const signs = signsOf(device, setup, adminTexts[language], adminScreensTexts[language]);
  const order = { warn: 0, good: 1, soft: 2 } as const;
  return (
    <ul className="admin-health">
      {signs
        .toSorted((a, b) => order[a.is] - order[b.is])
        .map(({ is, icon: Icon, says }) => (
          <li key={says} className={`admin-${is}`}>
            <Icon size={18} aria-hidden />
            {says}
          </li>
        ))}
    </ul>
  );
}

function signsOf(device: DeviceRow, setup: Setup, texts: AdminTexts, screens: AdminScreensTexts): readonly Sign[] {
  const { health, online, paired, lastSeenAt, assignment, glass } = device;
  const signs: Sign[] = [];
  if (!online) {
    const { timeZone } = setup.hall;
    const seen = lastSeenAt === null ? texts.neverSeen : texts.lastSeen(clockTime(lastSeenAt, timeZone));
    signs.push({
      is: paired ? 'warn' : 'soft',
      icon: WifiOff,
      says: paired ? `${texts.offline}, ${seen}` : texts.notPaired,
    });
  } else if (health !== null && health.lagMs > hangsAfterMs) {
    signs.push({ is: 'warn', icon: RefreshCwOff, says: screens.hangs });
  } else if (health !== null && health.lagMs > behindAfterMs) {
    signs.push({ is: 'warn', icon: Clock, says: screens.behind(Math.round(health.lagMs / 1_000)) });
  } else {
    signs.push({ is: 'good', icon: Wifi, says: texts.online });
  }
  if (health !== null) {
    signs.push(
      health.isCurrentBuild
        ? { is: 'soft', icon: CircleCheck, says: screens.buildCurrent }
        : { is: 'warn', icon: RefreshCwOff, says: screens.buildOld },
    );
  }
  if (isScreen(assignment)) {
    const fit = fitOfScreen(assignment, glass, setup);
    if (!fit.isMet) signs.push({ is: 'warn', icon: Eye, says: screens.readableWithin(fit.servedMetres) });
  }
  const report = health?.screen ?? null;
  if (report !== null) {
    const { width, height, devicePixelRatio } = report.glass;
    signs.push({ is: 'soft', icon: Monitor, says: screens.pixels(width, height, devicePixelRatio) });
    const fontIs = { bundled: 'soft', fallback: 'warn', unknown: 'soft' } as const;
    signs.push({ is: fontIs[report.font], icon: Type, says: screens.fonts[report.font] });
    const isQuiet = report.sound === 'on' || report.sound === 'off';
    signs.push({
      is: isQuiet ? 'soft' : 'warn',
      icon: report.sound === 'on' ? Volume2 : VolumeX,
      says: screens.sounds[report.sound],
    });
  }
  return signs;
}
