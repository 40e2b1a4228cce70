/** The simulation cannot go on; the message is a sentence for the console. */
export class SimulationRefused extends Error {
  override name = 'SimulationRefused';
}
