/** One of several things that are compared: measured once per round. */
export interface Side<Sample> {
  readonly name: string;
  measure(round: number): Promise<Sample>;
}

/**
 * Measures all sides in turn, A B A B: what else the machine does meanwhile hits every side alike, and medians over the
 * rounds leave out what hit one of them.
 */
export async function inTurn<Sample>(
  rounds: number,
  sides: readonly Side<Sample>[],
): Promise<Record<string, Sample[]>> {
  const samples: Record<string, Sample[]> = Object.fromEntries(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, measure } of sides) samples[name]?.push(await measure(round));
  }
  return samples;
}
