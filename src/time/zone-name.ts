/** The zone of every local day in the register. */
export const zone = 'Europe/Amsterdam';
