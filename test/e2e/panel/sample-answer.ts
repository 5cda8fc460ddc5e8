/** An answer with every kind of markdown the panel shows. */
export const sampleAnswer = `The chart shows **error rates per service** over the last 24 hours. Two things stand out:

1. \`checkout\` peaks at **4.2 %** around 09:00, right after the deploy.
2. \`search\` stays flat, so the shared database is *not* the cause.

| Service | Peak | Mean | Trend |
|:--------|-----:|-----:|:-----:|
| checkout | 4.2 % | 1.1 % | up |
| search | 0.3 % | 0.2 % | flat |
| accounts | 0.9 % | 0.4 % | down |

### A guard against it

\`\`\`typescript
export async function fetchWithRetry(url: string, attempts = 3): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (response.ok || attempt === attempts) {
      return response;
    }
  }
}
\`\`\`

> The axis starts at 0.1 %, which makes small differences look large.

- [x] Read the chart
- [ ] Check the deploy log, see [the runbook](https://example.com/runbook)
`;
