import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Starts the shell with the user's session, or no longer. Under systemd's kiosk session nothing of this is needed. */
export function setAutostart(wanted: boolean): void {
  // From the sources nobody wants it back after the next sign-in.
  if (!app.isPackaged) return;
  if (process.platform === 'win32') {
    app.setLoginItemSettings({ openAtLogin: wanted });
    return;
  }
  const folder = join(app.getPath('appData'), 'autostart');
  const file = join(folder, `${app.getName()}.desktop`);
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, desktopEntry(app.getName(), process.env.APPIMAGE ?? process.execPath));
}

/** The freedesktop autostart entry. In `Exec` a quoted path's own signs are escaped, and % means itself when doubled. */
export function desktopEntry(name: string, program: string): string {
  const quoted = program
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `[Desktop Entry]\nType=Application\nName=${name}\nExec="${quoted}"\nTerminal=false\n`;
}
