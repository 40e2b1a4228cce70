import { type ComponentProps, createContext, useContext, useRef } from 'react';

/** Whether a tap counts now; the frame says no just after a step, when it can only be the last step's double tap. */
export const TapsCount = createContext<() => boolean>(() => true);

/** How far a finger may slip off the target before it is let go: 15 mm of the smallest panel, as the style sheet counts. */
function slipPx(): number {
  const [short, long] = [Math.min(innerWidth, innerHeight), Math.max(innerWidth, innerHeight)];
  return 15 * Math.min(short / 230, long / 410);
}

type TapProps = Omit<ComponentProps<'button'>, 'onClick' | 'type'> & { readonly onTap: () => void };

/**
 * A button for fingers. It acts once, on release, however long or unsteady the press: a browser's own click is lost
 * by a long press or a slipping finger. Second fingers are ignored; keyboards and screen readers press it as usual.
 */
export function Tap({ onTap, disabled, className = '', ...rest }: TapProps) {
  const tapsCount = useContext(TapsCount);
  const finger = useRef<number | null>(null);
  const act = () => {
    if (!disabled && tapsCount()) onTap();
  };
  return (
    <button
      {...rest}
      type="button"
      className={`tap ${className}`}
      aria-disabled={disabled}
      onPointerDown={(event) => {
        if (!event.isPrimary || event.button !== 0) return;
        finger.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={(event) => {
        if (finger.current !== event.pointerId) return;
        finger.current = null;
        const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
        const { clientX: x, clientY: y } = event;
        const slip = slipPx();
        if (x > left - slip && x < right + slip && y > top - slip && y < bottom + slip) act();
      }}
      onPointerCancel={() => {
        finger.current = null;
      }}
      onClick={(event) => {
        // A click without a pointer (detail 0) is a key or a screen reader.
        if (event.detail === 0) act();
      }}
    />
  );
}
