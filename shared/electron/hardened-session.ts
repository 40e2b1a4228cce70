import type { Certificate, Session } from 'electron';
import { mayTrust } from './certificate-policy.ts';
import { type HallOrigin, mayRequest } from './navigation-policy.ts';

/** What Electron's certificate verifier is answered. */
const trust = 0;
const refuse = -2;
const asChromiumFound = -3;

/** Nothing is permitted, nothing is saved, and nothing is fetched but from the hall. Electron's own defaults say yes. */
export function hardenSession(
  session: Session,
  hall: { origin: () => HallOrigin | null; pinned: () => string | null },
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);

  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, hall.origin()) }));
  session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, answer) => {
    const [origin, pinned] = [hall.origin(), hall.pinned()];
    const presented = { hostname, chain: chainOf(certificate), trusted: verificationResult === 'OK' };
    const trusted = origin !== null && mayTrust(presented, { host: new URL(origin).hostname, pinned }, Date.now());
    // Without a pin Chromium's own word stands, with everything it checks beside the signature.
    answer(trusted ? (pinned === null ? asChromiumFound : trust) : refuse);
  });
}

/** PEMs from the server's own certificate up; a root names itself as its issuer. */
export function chainOf(certificate: Certificate): string[] {
  const chain: string[] = [];
  let next: Certificate | undefined = certificate;
  while (next !== undefined && !chain.includes(next.data)) {
    chain.push(next.data);
    next = next.issuerCert;
  }
  return chain;
}
