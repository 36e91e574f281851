-- What the server keeps, besides the images themselves, which are files named by their hash.
--
--   picture      an image that was put; its id is "sha256:" and the hash of the uploaded bytes
--   score        one scoring of one picture and its responses
--   response     one text that was scored; once it is, the number of its "scored" event and the counts
--   score_event  what clients were told, word for word as on the wire: the one source of truth
--   claim        view: the claims of each response, out of its "decomposed" events
--   judgement    view: each expert's ruling on each claim, out of the "judged" events
--   decision     view: what is held of each claim in the end, out of the "decided" events
--
-- A score goes with its responses and events. A picture cannot go while a score rests on it.
-- Times are UTC; an event's number is its place in its score's stream, from 0, gaps allowed.

CREATE TABLE picture (
  id  text        PRIMARY KEY CHECK (id ~ '^sha256:[0-9a-f]{64}$'),
  put timestamptz NOT NULL DEFAULT now() -- when it was put last
);
CREATE INDEX picture_oldest ON picture (put);

CREATE TABLE score (
  id          uuid        PRIMARY KEY,
  picture     text        NOT NULL REFERENCES picture (id),
  question    text,
  fingerprint text        NOT NULL,
  owner       text        NOT NULL, -- the server that runs or ran it
  detached    boolean     NOT NULL, -- whether it runs though nobody watches, and again after a crash
  state       text        NOT NULL CHECK (state IN ('running', 'completed', 'failed')),
  created     timestamptz NOT NULL
);
CREATE INDEX score_newest ON score (created DESC, id DESC);
CREATE INDEX score_picture ON score (picture);
CREATE INDEX score_unfinished ON score (owner) WHERE state = 'running';

CREATE TABLE response (
  score_id     uuid    NOT NULL REFERENCES score (id) ON DELETE CASCADE,
  number       integer NOT NULL CHECK (number >= 0),
  text         text    NOT NULL,
  scored       integer, -- number of its "scored" event; null while it is not scored, with all below
  claims       integer CHECK (claims >= 0),
  supported    integer CHECK (supported >= 0),
  contradicted integer CHECK (contradicted >= 0),
  omitted      integer CHECK (omitted >= 0), -- claims beyond the limit, not among the claims above
  trust        double precision -- null when nothing is decided
    GENERATED ALWAYS AS (supported::double precision / nullif(supported + contradicted, 0)) STORED,
  coverage     double precision -- 0 when there are no claims
    GENERATED ALWAYS AS (
      CASE claims WHEN 0 THEN 0 ELSE (supported + contradicted)::double precision / claims END) STORED,
  PRIMARY KEY (score_id, number)
);

-- json, not jsonb: a replay gives the very text that was streamed, members in their order.
CREATE TABLE score_event (
  score_id uuid    NOT NULL REFERENCES score (id) ON DELETE CASCADE,
  number   integer NOT NULL CHECK (number >= 0),
  event    json    NOT NULL,
  PRIMARY KEY (score_id, number)
);

CREATE VIEW claim AS
SELECT
  e.score_id,
  (e.event ->> 'response')::integer AS response,
  (c.claim ->> 'id')::integer       AS claim,
  (e.event ->> 'sentence')::integer AS sentence,
  c.claim ->> 'aspect'              AS aspect,
  c.claim ->> 'text'                AS text,
  c.claim ->> 'polarity'            AS polarity,
  c.claim::jsonb                    AS content -- with the aspect's arguments, spans and requires
FROM score_event e
CROSS JOIN LATERAL json_array_elements(e.event -> 'claims') AS c (claim)
WHERE e.event ->> 'event' = 'decomposed';

CREATE VIEW judgement AS
SELECT
  e.score_id,
  (e.event ->> 'response')::integer       AS response,
  (e.event ->> 'claim')::integer          AS claim,
  e.event ->> 'expert'                    AS expert,
  e.event ->> 'version'                   AS version,
  e.event ->> 'verdict'                   AS verdict,
  (e.event ->> 'score')::double precision AS score,
  (e.event -> 'evidence')::jsonb          AS evidence,
  (e.event ->> 'millis')::bigint          AS millis
FROM score_event e
WHERE e.event ->> 'event' = 'judged';

CREATE VIEW decision AS
SELECT
  e.score_id,
  (e.event ->> 'response')::integer       AS response,
  (e.event ->> 'claim')::integer          AS claim,
  e.event ->> 'verdict'                   AS verdict,
  (e.event ->> 'score')::double precision AS score
FROM score_event e
WHERE e.event ->> 'event' = 'decided';
