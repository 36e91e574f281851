"use strict";
const $ = (id) => document.getElementById(id);
const svg = document.querySelector("#photo svg");
let claims = new Map();
let text = "";
let running = null;

$("image").addEventListener("change", () => show($("image").files[0]));
$("response").addEventListener("input", ready);
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
for (const kind of ["dragenter", "dragover", "dragleave", "drop"])
  $("drop").addEventListener(kind, (event) => {
    $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
  });

function show(file) {
  const photo = $("photo");
  photo.hidden = !file;
  $("hint").hidden = Boolean(file);
  const image = photo.querySelector("img");
  URL.revokeObjectURL(image.src);
  if (file) image.src = URL.createObjectURL(file);
  else image.removeAttribute("src");
  clear();
  ready();
}

function ready() {
  $("check").disabled = !$("image").files[0] || !$("response").value.trim();
}

function clear() {
  claims = new Map();
  $("claims").replaceChildren();
  $("said").replaceChildren();
  $("problem").textContent = "";
  svg.replaceChildren();
  trust(null, 0);
}

async function check() {
  if (running) running.abort(); // closing the connection cancels the work on the server
  running = new AbortController();
  clear();
  text = $("response").value;
  mark([]);
  const form = new FormData();
  form.append("image", $("image").files[0]);
  form.append("response", text);
  try {
    const headers = { accept: "application/x-ndjson" };
    const answer = await fetch("v1/scores/stream", { method: "POST", body: form, headers, signal: running.signal });
    if (!answer.ok) return problem(await answer.json());
    for await (const event of lines(answer.body)) tell(event);
  } catch (error) {
    if (error.name !== "AbortError") problem({ title: "The server does not answer", detail: String(error.message) });
  }
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) if (part) yield JSON.parse(part);
  }
}

function tell(event) {
  const claim = claims.get(event.claim);
  switch (event.event) {
    case "decomposed":
      event.claims.forEach(add);
      break;
    case "mentioned":
      claim.spans.push(...event.spans);
      break;
    case "judged":
      claim.boxes.push(...boxes(event.evidence));
      claim.note.append(line(`${event.expert} ${event.verdict} ${percent(event.score)}: ${words(event.evidence)}`));
      break;
    case "expert-failed":
      event.claims.forEach((id) => claims.get(id).note.append(line(`${event.expert} failed: ${event.detail}`)));
      break;
    case "decided":
      claim.item.className = event.verdict;
      claim.verdict.textContent = event.verdict.replace("-", " ");
      trust(event.trust, event.coverage);
      break;
    case "scored":
      trust(event.trust, event.coverage, `${event.supported} of ${event.supported + event.contradicted} decided claims hold`);
      break;
    case "failed":
      problem(event);
  }
}

function add(claim) {
  const item = document.createElement("li");
  item.tabIndex = 0;
  const words = document.createElement("b");
  words.textContent = (claim.polarity === "negative" ? "not: " : "") + claim.text;
  const verdict = document.createElement("em");
  verdict.textContent = "checking…";
  const note = document.createElement("small");
  item.append(words, " ", verdict, note);
  $("claims").append(item);
  const entry = { item, verdict, note, boxes: [], spans: claim.spans };
  claims.set(claim.id, entry);
  for (const kind of ["mouseenter", "focus"]) item.addEventListener(kind, () => point(entry));
  for (const kind of ["mouseleave", "blur"]) item.addEventListener(kind, () => point(null));
}

/** Draws a claim's boxes over the photo and marks its words. */
function point(entry) {
  svg.replaceChildren(...(entry ? entry.boxes : []).map(rectangle));
  mark(entry ? entry.spans : []);
}

function rectangle([x0, y0, x1, y1]) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const sides = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, value);
  return rect;
}

/** Spans count code points, strings count UTF-16 units: so the text is spread first. */
function mark(spans) {
  const letters = [...text];
  const parts = [];
  let from = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    const marked = document.createElement("mark");
    marked.textContent = letters.slice(start, end).join("");
    parts.push(letters.slice(from, start).join(""), marked);
    from = end;
  }
  $("said").replaceChildren(...parts, letters.slice(from).join(""));
}

function boxes(evidence) {
  if (evidence.region) return [evidence.region];
  return (evidence.boxes || evidence.lines || []).map((one) => one.box);
}

function words(evidence) {
  if (evidence.colours) return list(Object.entries(evidence.colours).map(([name, share]) => `${name} ${percent(share)}`));
  if (evidence.labels) return list(evidence.labels.map((one) => `${one.label} ${percent(one.score)}`));
  if (evidence.lines) return list(evidence.lines.map((one) => `“${one.text}”`));
  if (evidence.boxes) return list(evidence.boxes.map((one) => `${one.label} ${percent(one.score)}`));
  return "by the claim alone";
}

const list = (parts) => (parts.length ? parts.slice(0, 4).join(", ") + (parts.length > 4 ? ", …" : "") : "nothing");
const percent = (share) => `${Math.round(share * 100)} %`;

function line(words) {
  const row = document.createElement("span");
  row.textContent = words;
  row.style.display = "block";
  return row;
}

function trust(value, coverage, words) {
  $("trust").querySelector("strong").textContent = value === null ? "–" : percent(value);
  $("trust").querySelector("span").textContent =
    value === null ? "trust; nothing is decided yet" : `trust; ${words || `${percent(coverage)} of the claims decided`}`;
  $("bar").firstElementChild.style.width = value === null ? "0" : percent(value).replace(" ", "");
}

function problem(said) {
  $("problem").textContent = `${said.title}. ${said.detail}`;
}

ready();
