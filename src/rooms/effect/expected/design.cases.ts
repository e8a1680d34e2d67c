import { type Case, flagOf } from './case.ts';

/** Entries of the design file carry their arguments in their id: `n.rpact.0.63.0.65.0.8.k4`. */
function sampleSize(id: string): Case {
  const [p0, p1, power] = (id.match(/\d+\.\d+/g) ?? []) as [string, string, string];
  const ratio = /\.k(\d+)$/.exec(id)?.[1] ?? '1';
  return async ({ run }) => {
    const got = await run(`sample-size --p1 ${p1} --p0 ${p0} --power ${power} --ratio ${ratio}`);
    if (id.startsWith('n.arcsine')) return { h: got.arcsine?.h, n_per_arm: got.arcsine?.nPerArm };
    return { n_per_arm: got.nPerArm, n_total: got.nTotal, n1: got.n1, n2: got.n0 };
  };
}

function detectable(id: string): Case {
  const [, n1, n0, ...share] = id.split('.');
  return async ({ run }) => ({
    mde: (await run(`detectable --n1 ${n1} --n0 ${n0} --p0 ${share.join('.')}`)).detectable,
  });
}

function events(id: string): Case {
  const hazardRatio = id.replace('events.schoenfeld.', '');
  return async ({ run }) => ({
    d_1_1: (await run(`events --hazard-ratio ${hazardRatio}`)).events,
    d_4_1: (await run(`events --hazard-ratio ${hazardRatio} --ratio 4`)).events,
  });
}

function sequential(id: string): Case {
  const type = id.split('.')[1];
  return async ({ run, expected }) => {
    const got = await run(`sequential --type ${type} --information ${flagOf(expected.info)}`);
    return {
      info: got.information,
      z: got.z,
      alpha_spent: got.alphaSpent,
      stage_p: got.stageP,
      inflation: got.inflation,
    };
  };
}

const adjusted: Case = async ({ run, expected }) => {
  const got = await run(`adjust-p --p ${flagOf(expected.p)}`);
  return { ...got, p: expected.p, BH: got.bh, BY: got.by };
};

function proportions(id: string): Case {
  const [, x1, n1, x0, n0] = id.split('.');
  const counts = `--x1 ${x1} --n1 ${n1} --x0 ${x0} --n0 ${n0}`;
  return async ({ run }) => {
    const newcombe = await run(`proportion-difference ${counts}`);
    const wald = await run(`proportion-difference ${counts} --interval wald`);
    return {
      rd: newcombe.estimate,
      wald: [wald.ciLow, wald.ciHigh],
      newcombe: [newcombe.ciLow, newcombe.ciHigh],
      chisq: newcombe.chisq,
      p: newcombe.p,
      rr: newcombe.riskRatio,
      rr_ci: [newcombe.riskRatioLow, newcombe.riskRatioHigh],
      nnt: newcombe.nnt,
      fisher_p: (await run(`fisher ${counts}`)).p,
    };
  };
}

/** The case of an entry of the design file; undefined for an id of an unknown family. */
export function designCase(id: string): Case | undefined {
  if (id.startsWith('n.')) return sampleSize(id);
  if (id.startsWith('mde.')) return detectable(id);
  if (id.startsWith('events.')) return events(id);
  if (id.startsWith('gs.')) return sequential(id);
  if (id.startsWith('padj.')) return adjusted;
  if (id.startsWith('rd.')) return proportions(id);
  if (id === 'deff.50.0.01.0') return deff('--cluster-size 50 --icc 0.01');
  if (id === 'deff.200.0.002.0.6') return deff('--cluster-size 200 --icc 0.002 --cluster-cv 0.6');
  return undefined;
}

function deff(flags: string): Case {
  return async ({ run }) => ({ deff: (await run(`design-effect ${flags}`)).designEffect });
}
