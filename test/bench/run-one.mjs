// Runs one built benchmark in this process: `node test/bench/run-one.mjs NAME [--json]`
import { createRequire } from 'node:module';
import path from 'node:path';
import { runMain } from '../workbench/failure.mjs';
import { root } from '../workbench/project.mjs';
import { formatTable } from './format-table.mjs';

await runMain(async () => {
  const [name = '', format] = process.argv.slice(2);
  const built = path.join(root, 'out', 'test', 'bench', `${name}.bench.js`);
  /** @type {{ benchmark: import('./benchmark').Benchmark }} */
  const { benchmark } = createRequire(import.meta.url)(built);
  const rows = [];
  for await (const row of benchmark.run()) {
    if (format === '--json') console.log(JSON.stringify({ benchmark: name, ...row }));
    else rows.push(row);
  }
  if (format !== '--json') console.log(`\n${name}: ${benchmark.title}\n\n${formatTable(rows)}`);
});
