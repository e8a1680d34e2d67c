/**
 * The example file `example.csv` beside this one: monthly inflow of two regions and two profile bands, 2013-01 to
 * 2019-08, made up: level by region and band, a winter peak, a slow fall and a fixed scatter. A test compares.
 */
export function drawExample(): string {
  const lines = ['month,region,band,inflow'];
  const parts = [
    { region: 'Groningen', band: 'short', level: 620, peak: 0.22 },
    { region: 'Groningen', band: 'long', level: 240, peak: 0.08 },
    { region: 'Rijnmond', band: 'short', level: 1450, peak: 0.14 },
    { region: 'Rijnmond', band: 'long', level: 510, peak: 0.05 },
  ];
  for (let t = 0; t < 80; t++) {
    const month = `${2013 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
    parts.forEach(({ region, band, level, peak }, k) => {
      const season = 1 + peak * Math.cos((2 * Math.PI * ((t % 12) - 0.5)) / 12);
      const scatter = 1 + 0.03 * Math.sin(t * (2.3 + k) + k);
      lines.push(`${month},${region},${band},${Math.round(level * 0.997 ** t * season * scatter)}`);
    });
  }
  return `${lines.join('\n')}\n`;
}
