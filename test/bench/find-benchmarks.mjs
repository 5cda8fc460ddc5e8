import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workbench/project.mjs';

const ending = '.bench.ts';

/** The names of all benchmarks. */
export function findBenchmarks() {
  const files = readdirSync(path.join(root, 'test', 'bench')).sort();
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
}
