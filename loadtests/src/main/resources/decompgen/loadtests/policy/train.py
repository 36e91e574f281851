"""The peer of `bench train`: DPO steps with transformers, PEFT and plain torch, on the same weights and pairs.

usage: train.py MODEL JOB.json; for each line read, one step and one line of JSON: {"loss", "millis", "peakBytes"}.
"""
import json
import resource
import sys
import time

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

job = json.load(open(sys.argv[2]))
torch.set_num_threads(job["threads"])
torch.manual_seed(job["seed"])
base = AutoModelForCausalLM.from_pretrained(sys.argv[1], torch_dtype=torch.float32)
lora = LoraConfig(r=job["rank"], lora_alpha=job["alpha"], lora_dropout=0.0, target_modules=job["targets"])
model = get_peft_model(base, lora)
optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=job["learningRate"], weight_decay=0.0)


def rows(pairs):
    """Chosen rows, then rejected ones, padded to the right; labels are -100 outside the completions."""
    each = [(p["prompt"], p["chosen"]) for p in pairs] + [(p["prompt"], p["rejected"]) for p in pairs]
    longest = max(len(a) + len(b) for a, b in each)
    ids = torch.zeros(len(each), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    labels = torch.full_like(ids, -100)
    for i, (a, b) in enumerate(each):
        ids[i, : len(a) + len(b)] = torch.tensor(a + b)
        mask[i, : len(a) + len(b)] = 1
        labels[i, len(a) : len(a) + len(b)] = torch.tensor(b)
    return ids, mask, labels


def logps(pairs):
    """Sums of the completions' log-probabilities: [2 * pairs]."""
    ids, mask, labels = rows(pairs)
    logits = model(input_ids=ids, attention_mask=mask).logits[:, :-1]
    targets = labels[:, 1:]
    inside = targets != -100
    each = torch.gather(logits.log_softmax(-1), 2, targets.clamp(min=0).unsqueeze(2)).squeeze(2)
    return (each * inside).sum(-1)


model.eval()
with torch.no_grad(), model.disable_adapter():
    reference = [logps(batch) for batch in job["batches"]]
model.train()
for _, batch, known in zip(sys.stdin, job["batches"], reference):
    begin = time.perf_counter()
    ratio = logps(batch) - known
    chosen, rejected = ratio.chunk(2)
    loss = -torch.nn.functional.logsigmoid(job["beta"] * (chosen - rejected)).mean()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    millis = (time.perf_counter() - begin) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"loss": loss.item(), "millis": millis, "peakBytes": peak}), flush=True)
