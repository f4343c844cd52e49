/** How many of these were less than real: `2 emulated`, `1 stubbed`; empty when all were real. */
export function lessThanReal(fidelities: readonly string[]): string[] {
  const count = (fidelity: string) => fidelities.filter(one => one === fidelity).length;
  return ['emulated', 'stubbed'].filter(fidelity => count(fidelity) > 0).map(fidelity => `${count(fidelity)} ${fidelity}`);
}
