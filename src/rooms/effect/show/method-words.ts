/** Parts of a method, as the engine writes them, in Dutch: names of methods stay as they are known. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^difference in means$/, 'verschil van gemiddelden'],
  [/^difference in weighted means$/, 'verschil van gewogen gemiddelden'],
  [/^difference of proportions$/, 'verschil van aandelen'],
  [/^Newcombe hybrid score interval$/, 'hybride score-interval van Newcombe'],
  [/^Wald interval$/, 'Wald-interval'],
  [/^ratios with log intervals$/, 'verhoudingen met intervallen op de logschaal'],
  [/^Satterthwaite degrees of freedom$/, 'vrijheidsgraden van Satterthwaite'],
  [/^n - 2 degrees of freedom$/, 'n - 2 vrijheidsgraden'],
  [/^clusters - 1 degrees of freedom$/, 'clusters - 1 vrijheidsgraden'],
  [/^CR2 \(identity working model\)$/, 'CR2 (werkmodel met gelijke varianties)'],
  [/^classical errors$/, 'klassieke fouten'],
  [/^(HC[0-3]) errors( \(.*\))?$/, '$1-fouten$2'],
  [/^(CR[01]) cluster-robust errors without correction$/, '$1-clusterfouten zonder correctie'],
  [/^(CR1) cluster-robust errors( \(.*\))$/, '$1-clusterfouten$2'],
  [/^CR2 cluster-robust errors \(identity working model\)$/, 'CR2-clusterfouten (werkmodel met gelijke varianties)'],
  [/^OLS$/, 'kleinste kwadraten'],
  [/^Weighted least squares$/, 'gewogen kleinste kwadraten'],
  [/^OLS with 1 fixed effect taken out$/, 'kleinste kwadraten, 1 vast effect eruit gehaald'],
  [/^OLS with (\d+) fixed effects taken out$/, 'kleinste kwadraten, $1 vaste effecten eruit gehaald'],
  [/^Weighted least squares with 1 fixed effect taken out$/, 'gewogen kleinste kwadraten, 1 vast effect eruit gehaald'],
  [
    /^Weighted least squares with (\d+) fixed effects taken out$/,
    'gewogen kleinste kwadraten, $1 vaste effecten eruit gehaald',
  ],
  [/^covariates centred and interacted with treatment$/, 'kenmerken gecentreerd en vrij per groep'],
  [/^Two-stage least squares$/, 'kleinste kwadraten in twee stappen'],
  [/^Differences within strata weighted by their sizes$/, 'verschillen binnen strata, gewogen naar hun omvang'],
  [/^Neyman variance$/, 'variantie van Neyman'],
  [/^maximum likelihood$/, 'grootste aannemelijkheid'],
  [/^HC0 sandwich errors$/, 'HC0-sandwichfouten'],
  [/^errors from the expected information$/, 'fouten uit de verwachte informatie'],
  [/^linear model$/, 'lineair model'],
  [/^logit model$/, 'logit-model'],
  [/^delta method with covariates fixed and model errors$/, 'deltamethode met vaste kenmerken en fouten van het model'],
  [/^variance of simple randomisation$/, 'variantie van enkelvoudige loting'],
  [/^variance of blocked randomisation within strata$/, 'variantie van loting in blokken binnen strata'],
  [/^robust to the model$/, 'ook als het model niet klopt'],
  [/^normal interval$/, 'normaal interval'],
  [/^Inverse probability weighting \(Hajek, ate\)$/, 'weging met de omgekeerde kans (Hajek, effect over allen)'],
  [
    /^Inverse probability weighting \(Hajek, att\)$/,
    'weging met de omgekeerde kans (Hajek, effect over de behandelden)',
  ],
  [/^Augmented inverse probability weighting \(ate\)$/, 'aangevulde weging met de omgekeerde kans (effect over allen)'],
  [
    /^Augmented inverse probability weighting \(att\)$/,
    'aangevulde weging met de omgekeerde kans (effect over de behandelden)',
  ],
  [/^logit propensity$/, 'kans op behandeling met een logit'],
  [/^HC0 errors with the weights taken as known$/, 'HC0-fouten met de gewichten als bekend'],
  [/^linear outcome model per arm$/, 'lineair model van de uitkomst per groep'],
  [/^logit outcome model per arm$/, 'logit-model van de uitkomst per groep'],
  [/^influence-function errors$/, 'fouten uit de invloedsfunctie'],
  [
    /^Respondents weighted by one over their chance to respond \(logit\)$/,
    'respondenten gewogen met één gedeeld door hun kans op antwoord (logit)',
  ],
  [/^no continuity correction$/, 'zonder continuïteitscorrectie'],
  [/^Mantel-Haenszel odds ratio$/, 'odds ratio van Mantel en Haenszel'],
  [/^Robins-Breslow-Greenland interval$/, 'interval van Robins, Breslow en Greenland'],
  [/^Wilcoxon rank-sum$/, 'rangsomtoets van Wilcoxon'],
  [/^normal approximation$/, 'normale benadering'],
  [/^correction for ties$/, 'correctie voor gelijke waarden'],
  [/^exact interval$/, 'exact interval'],
  [/^(\S+) interval$/, 'interval op schaal $1'],
  [/^Fisher's exact test$/, 'exacte toets van Fisher'],
  [/^conditional maximum likelihood odds ratio$/, 'odds ratio van de grootste voorwaardelijke aannemelijkheid'],
  [/^standardised differences( \(.*\))$/, 'gestandaardiseerde verschillen$1'],
  [/^F of the regression of the arm on all terms$/, 'F van de regressie van de groep op alle kenmerken'],
  [/^counting process$/, 'begin en einde per rij'],
  [/^(O'Brien-Fleming|Pocock) bounds$/, 'grenzen van $1'],
  [/^alpha spending of (\S+) type( \(.*\))$/, 'alfa verdeeld als bij $1$2'],
  [/^alpha spending by a power of the information( \(.*\))$/, 'alfa verdeeld naar een macht van de informatie$1'],
  [/^Greenwood error$/, 'fout van Greenwood'],
  [/^delta-method error of Gray$/, 'fout met de deltamethode van Gray'],
  [/^infinitesimal-jackknife error$/, 'fout met de infinitesimale jackknife'],
  [/^log-rank weighted by (.*)$/, 'log-rank gewogen met $1'],
  [/^stratified$/, 'gestratificeerd'],
  [/^restricted mean survival time to (.*)$/, 'gemiddelde tijd tot $1'],
  [/^(.*) minus (.*)$/, '$1 min $2'],
  [/^timing of events$/, 'moment van gebeurtenissen'],
  [/^discrete-time hazard$/, 'kans per periode'],
  [/^(efron|breslow|exact) ties$/i, 'gelijke tijden volgens $1'],
  [/^robust errors by row$/, 'robuuste fouten per rij'],
  [/^robust errors by cluster$/, 'robuuste fouten per cluster'],
  [/^counts$/, 'aantallen'],
  [/^adjusted for the number of p-values$/, 'gecorrigeerd voor het aantal p-waarden'],
  [/^two proportions$/, 'twee aandelen'],
  [/^two means$/, 'twee gemiddelden'],
  [/^pooled variance under no difference$/, 'gedeelde variantie als er geen verschil is'],
  [/^noncentral t$/, 'niet-centrale t'],
  [/^common standard deviation$/, 'gelijke standaardafwijking'],
  [/^two-sided$/, 'tweezijdig'],
  [/^one-sided$/, 'eenzijdig'],
  [/^permuted blocks of (\d+) within strata$/, 'blokken van $1 in willekeurige volgorde binnen strata'],
  [/^cell suppression$/, 'cellen onderdrukt'],
  [/^threshold 10$/, 'drempel 10'],
  [/^protected against a reader who knows the method$/, 'beschermd tegen een lezer die de methode kent'],
];

/** Names and formulas, which both languages write alike. */
const ALIKE =
  /^(Welch|HC[0-3]( \(.*\))?|CR[01]( \(.*\))?|t\(.*\)|Lin \(2013\)|g-computation|Kaplan-Meier|Nelson-Aalen|Aalen-Johansen|log-rank|Cochran-Mantel-Haenszel|Cox|logit|cloglog|1 \+ .*|Schoenfeld \(1983\))$/;

/** One part of a method in Dutch; undefined where there are no words for it. */
export function methodPart(part: string): string | undefined {
  if (ALIKE.test(part)) return part;
  const found = WORDS.find(([pattern]) => pattern.test(part));
  return found && part.replace(found[0], found[1]);
}

/** Parts of a method, with what stands between them at the odd places. A comma within brackets parts nothing. */
export function methodParts(method: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [at, letter] of method.split('').entries()) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    const ends = depth === 0 && ',;:'.includes(letter) && method[at + 1] === ' ';
    if (ends) parts.push(letter);
    else if (parts.length % 2 === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** A method, which the engine writes in English, in Dutch. */
export function methodInDutch(method: string): string {
  return methodParts(method)
    .map((part, i) => (i % 2 === 1 ? `${part} ` : (methodPart(part) ?? part)))
    .join('');
}
