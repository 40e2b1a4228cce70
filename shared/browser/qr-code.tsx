import { create } from 'qrcode';

/** A QR code as one path of ink: sharp at any size. The layout leaves four modules of paper on every side. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) dark.push(`M${x} ${y}h1v1h-1z`);
  }
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={dark.join('')} fill="currentcolor" shapeRendering="crispEdges" />
    </svg>
  );
}
