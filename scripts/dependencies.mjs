/**
 * Holds the imports below `src` against the house rules; gives the violations as lines. The parser is swc, because
 * ready-made checkers read TSX only with a TypeScript that has a JavaScript interface. `import type` counts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { rules } from './dependency-rules.mjs';

const builtin = new Set(builtinModules);

/** Every module below `src` with what it imports: paths below the folder, `node_modules/x`, names of core modules. */
function readGraph(baseDir) {
  const graph = new Map();
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = resolve(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name)) graph.set(relative(baseDir, path), importsOf(baseDir, path));
    }
  };
  walk(resolve(baseDir, 'src'));
  return graph;
}

function importsOf(baseDir, path) {
  const module = parseSync(readFileSync(path, 'utf8'), {
    syntax: 'typescript',
    tsx: path.endsWith('x'),
    target: 'es2022',
  });
  const found = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(visit);
    if (node.type === 'CallExpression' && node.callee?.type === 'Import')
      found.add(node.arguments[0]?.expression?.value);
    if (node.type === 'TsImportType') found.add(node.argument?.value);
    const isStatement = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type);
    if (isStatement && node.source) found.add(node.source.value);
    for (const value of Object.values(node)) visit(value);
  };
  visit(module.body);
  return [...found].filter(Boolean).map((specifier) => resolveImport(baseDir, path, specifier));
}

function resolveImport(baseDir, from, specifier) {
  if (specifier.startsWith('.')) {
    const target = resolve(dirname(from), specifier);
    if (!existsSync(target)) throw new Error(`${relative(baseDir, from)}: ${specifier} does not exist`);
    return relative(baseDir, target);
  }
  const bare = specifier.replace(/^node:/, '');
  return specifier.startsWith('node:') || builtin.has(bare) ? bare : `node_modules/${specifier}`;
}

const matches = (patterns, path) => [patterns].flat().some((pattern) => new RegExp(pattern).test(path));

function fits({ path, pathNot }, candidate) {
  return (path === undefined || matches(path, candidate)) && !(pathNot !== undefined && matches(pathNot, candidate));
}

/** What can be reached from a module, each with the module through which it was reached first. */
function reachable(graph, from) {
  const through = new Map();
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of graph.get(at) ?? []) {
      if (through.has(next)) continue;
      through.set(next, at);
      queue.push(next);
    }
  }
  return through;
}

/** `$1` in a rule's target stands for what its source captured. */
function filled(to, source, from) {
  const groups =
    [source]
      .flat()
      .map((pattern) => new RegExp(pattern ?? '^').exec(from))
      .find(Boolean) ?? [];
  const fill = (pattern) => pattern.replaceAll(/\$(\d)/g, (_all, n) => groups[Number(n)] ?? '');
  const fillAll = (patterns) => (patterns === undefined ? undefined : [patterns].flat().map(fill));
  return { ...to, path: fillAll(to.path), pathNot: fillAll(to.pathNot) };
}

export function violations(baseDir) {
  const graph = readGraph(baseDir);
  const reached = new Map();
  const reach = (from) => reached.get(from) ?? reached.set(from, reachable(graph, from)).get(from);
  const found = [];
  for (const rule of rules) {
    for (const [from, imports] of graph) {
      if (!fits(rule.from, from)) continue;
      if (rule.to.circular) {
        if (reach(from).has(from)) found.push(`${rule.name}: ${from} reaches itself through ${reach(from).get(from)}`);
        continue;
      }
      const to = filled(rule.to, rule.from.path, from);
      const targets = to.reachable ? [...reach(from).keys()] : imports;
      for (const target of targets.filter((each) => fits(to, each))) {
        const by = to.reachable && !imports.includes(target) ? ` (through ${reach(from).get(target)})` : '';
        found.push(`${rule.name}: ${from} -> ${target}${by}`);
      }
    }
  }
  return found;
}
