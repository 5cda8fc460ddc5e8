/** An answer with all that is drawn by scripts of their own, and tables and footnotes. */
export const sampleFormulas = `The error rate follows a logistic curve[^1], where $k$ is how steep it is:

$$
p(t) = \\frac{L}{1 + e^{-k(t - t_0)}} + \\sqrt{\\sigma^2 + \\vec{x} \\cdot \\widehat{abc}}
$$

It costs between $5 and $10 a month. With \\(t_0 = 9\\) the midpoint is at nine, and

\\[
\\begin{aligned}
\\int_0^\\infty e^{-x^2} \\, dx &= \\frac{\\sqrt{\\pi}}{2} \\\\
A &= \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
\\end{aligned}
\\]

| Service | Requests a minute | Error rate | Owner | Last deployment |
| :-- | --: | :-: | --- | --- |
| checkout | 12,400 | **4.1 %** | [Payments](https://example.com/payments) | yesterday, 17:42 |
| search | 98,000 | 0.2 % | \`find\\|team\` | a "long" time ago |

\`\`\`ts
// Guards against a burst of errors.
export async function guard(limit: number, name = 'checkout'): Promise<boolean> {
  const rate = await measure(\`rate of \${name}\`, /^\\d+ %$/);
  return rate < limit && !isPaused;
}
\`\`\`

1. First install it:
   \`\`\`sh
   npm install --save-dev guard # once
   \`\`\`
2. Then configure[^conf] it.

- [x] measured
- [ ] guarded

[^1]: Verhulst, *1838*.
[^conf]: In \`guard.json\`:

    \`\`\`json
    { "limit": 4, "on": true }
    \`\`\`
`;
