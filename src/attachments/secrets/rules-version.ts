/** Changes whenever the same bytes may give other findings: what was found by other rules is looked for anew. */
export const rulesVersion = 'secretlint 13.0.7, 1';
