/** `?volume=`, 0 to 100. Counter signs keep silent unless asked: each would talk over the board and over the others. */
export function volumeAsked(asked: string | null, kind: 'hallScreen' | 'zoneScreen' | 'counterScreen'): number {
  const usual = kind === 'counterScreen' ? 0 : 80;
  return asked !== null && /^\d{1,3}$/.test(asked) ? Math.min(Number(asked), 100) : usual;
}
