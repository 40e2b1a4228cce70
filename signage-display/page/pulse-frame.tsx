/** The pulse of a new call: a frame, five times in five seconds, then gone. The number itself never moves or blinks. */
export function PulseFrame() {
  return <div className="pulse-frame" aria-hidden="true" />;
}
