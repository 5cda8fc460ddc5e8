/** TeX that would link, load, style or cover what stands beside it. */
export const sampleFormulas: readonly string[] = [
  String.raw`\includegraphics{https://evil.example/x.png}`,
  String.raw`\href{https://evil.example}{x}`,
  String.raw`\url{https://evil.example}`,
  String.raw`\htmlStyle{background: url(https://evil.example)}{x}`,
  String.raw`\htmlId{main}{x}`,
  String.raw`\htmlData{x=y}{z}`,
  String.raw`\textcolor{red}{x} \colorbox{yellow}{y} \fcolorbox{red}{blue}{z} \boxed{a} \cancel{b}`,
  String.raw`\hspace{-100em} x`,
  String.raw`\kern-90em x \mathllap{xxxxxxxxxx}`,
  String.raw`\text{</math><script>alert(1)</script><img src=x>}`,
  String.raw`\def\a{\a\a}\a`,
];
