"use strict";
const $ = (id) => document.getElementById(id);
const svg = document.querySelector("#photo svg");
/** Words by which a claim denies; "there isn't a dog" is told by "a dog" alone. */
const DENYING = /\b(no|not|nobody|without|never)\b/i;
let claims = new Map();
let text = "";
let running = null;

$("image").addEventListener("change", () => show($("image").files[0]));
$("response").addEventListener("input", ready);
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
document.querySelectorAll("#samples button").forEach((button) =>
  button.addEventListener("click", () => sample(button.textContent).catch(unanswered)),
);
document.querySelector("#photo img").addEventListener("error", () => {
  $("photo").hidden = true;
  $("hint").hidden = false;
  $("hint").textContent = "This browser cannot show the file; the server may still know it";
});
for (const kind of ["dragenter", "dragover", "dragleave", "drop"])
  $("drop").addEventListener(kind, (event) => {
    $("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
  });

/** Takes a photo that the server brings along, and what is said about it. */
async function sample(name) {
  const [photo, response] = await Promise.all(["png", "txt"].map((kind) => fetch(`samples/${name}.${kind}`)));
  const files = new DataTransfer();
  files.items.add(new File([await photo.blob()], `${name}.png`, { type: "image/png" }));
  $("image").files = files.files;
  $("response").value = (await response.text()).trim();
  show(files.files[0]);
  check();
}

function show(file) {
  const photo = $("photo");
  $("hint").textContent = "Drop a photo here, or choose one";
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
  $("trust").querySelector("a").hidden = true;
}

async function check() {
  if (running) running.abort(); // closing the connection cancels the work on the server
  running = new AbortController();
  clear();
  text = $("response").value;
  point(null);
  const form = new FormData();
  form.append("image", $("image").files[0]);
  form.append("response", text);
  try {
    const headers = { accept: "application/x-ndjson" };
    const answer = await fetch("v1/scores/stream", { method: "POST", body: form, headers, signal: running.signal });
    if (!answer.ok) return problem(await answer.json());
    let last = "";
    for await (const event of lines(answer.body)) {
      tell(event);
      last = event.event;
    }
    if (!["completed", "failed"].includes(last)) problem({ title: "The stream ended early", detail: "Check it again." });
  } catch (error) {
    if (error.name !== "AbortError") unanswered(error);
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
    case "accepted":
      $("trust").querySelector("a").href = `v1/scores/${event.scoreId}`;
      break;
    case "decomposed":
      event.claims.forEach(add);
      break;
    case "mentioned":
      claim.spans.push(...event.spans);
      break;
    case "judged":
      claim.boxes.push(...boxes(event.evidence));
      claim.note.append(line(`${event.expert}: ${words(event.evidence)}${likely(event)}`));
      break;
    case "expert-failed":
      event.claims.forEach((id) => claims.get(id).note.append(line(`${event.expert} failed: ${event.detail}`)));
      break;
    case "decided":
      claim.item.className = event.verdict;
      claim.verdict.textContent = event.verdict.replace("-", " ");
      point(null);
      trust(event.trust, event.coverage);
      break;
    case "scored":
      trust(event.trust, event.coverage, sum(event));
      $("trust").querySelector("a").hidden = false;
      break;
    case "failed":
      problem(event);
  }
}

function add(claim) {
  const item = document.createElement("li");
  item.tabIndex = 0;
  const words = document.createElement("b");
  const unsaid = claim.polarity === "negative" && !DENYING.test(claim.text);
  words.textContent = (unsaid ? "not: " : "") + claim.text;
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

/** Draws a claim's boxes over the photo and marks its words; without a claim, none. */
function point(entry) {
  svg.replaceChildren(...(entry ? entry.boxes : []).map(rectangle));
  const letters = [...text]; // spans count code points, strings UTF-16 units
  const kinds = letters.map(() => "");
  for (const verdict of ["supported", "contradicted"])
    for (const claim of claims.values()) if (claim.item.className === verdict) lay(kinds, claim, verdict);
  if (entry) lay(kinds, entry, "pointed");
  $("said").replaceChildren(...runs(letters, kinds));
}

function lay(kinds, claim, kind) {
  for (const [start, end] of claim.spans) kinds.fill(kind, start, end);
}

/** Letters of one kind that stand together become one element. */
function runs(letters, kinds) {
  const parts = [];
  for (let from = 0, to; from < letters.length; from = to) {
    for (to = from + 1; to < letters.length && kinds[to] === kinds[from]; ) to++;
    const part = document.createElement(kinds[from] === "pointed" ? "mark" : "span");
    part.className = kinds[from];
    part.textContent = letters.slice(from, to).join("");
    parts.push(part);
  }
  return parts;
}

/** What was seen surely is drawn surely. */
function rectangle({ box: [x0, y0, x1, y1], score = 1 }) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const sides = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, value);
  rect.setAttribute("stroke-opacity", Math.max(0.2, score));
  return rect;
}

function boxes(evidence) {
  if (evidence.region) return [{ box: evidence.region }];
  return evidence.boxes || evidence.lines || [];
}

function words(evidence) {
  if (evidence.colours) return list(Object.entries(evidence.colours).map(([name, share]) => `${name} ${percent(share)}`));
  if (evidence.labels) return list(evidence.labels.map((one) => `${one.label} ${percent(one.score)}`));
  if (evidence.lines) return list(evidence.lines.map((one) => `“${one.text}”`));
  if (evidence.boxes) return list(evidence.boxes.map((one) => `${one.label} ${percent(one.score)}`));
  return "by the claim alone";
}

const list = (parts) => (parts.length ? parts.slice(0, 4).join(", ") + (parts.length > 4 ? ", …" : "") : "nothing found");
const likely = (judged) => (judged.verdict === "unanswerable" ? "" : `, so ${percent(judged.score)} likely`);
const percent = (share) => `${Math.round(share * 100)} %`;

function sum({ supported, contradicted, omitted }) {
  const beyond = omitted ? `; ${omitted} claims beyond the server's limit were left out` : "";
  return `${supported} of ${supported + contradicted} decided claims hold${beyond}`;
}

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

function unanswered(error) {
  problem({ title: "The server does not answer", detail: String(error.message) });
}

function problem(said) {
  $("problem").textContent = `${said.title}. ${said.detail}`;
}

ready();
