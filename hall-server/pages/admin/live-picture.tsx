import { MonitorOff } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { DeviceRow } from '../../../shared/http.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { assumedGlass } from '../../../signage-display/screen-fit.ts';

const room = { width: 176, height: 99 } as const;

/** What a screen shows now: its own page, drawn at its own resolution and made small. Loaded when it comes into sight. */
export function LivePicture({ device, address }: { device: DeviceRow; address: string }) {
  const texts = useTexts(adminScreensTexts);
  if (!device.online) {
    return (
      <span className="admin-picture admin-soft">
        <MonitorOff size={20} aria-hidden />
        {texts.noPicture}
      </span>
    );
  }
  const width = device.glass?.width ?? assumedGlass.widthPx;
  const height = device.glass?.height ?? assumedGlass.heightPx;
  const scale = Math.min(room.width / width, room.height / height);
  const style = { '--width': `${width}px`, '--height': `${height}px`, '--scale': scale } as CSSProperties;
  return (
    <span className="admin-picture" style={style}>
      <iframe title={texts.pictureOf(device.name)} src={address} loading="lazy" tabIndex={-1} inert />
    </span>
  );
}
