"""The peer of `bench respond`: greedy responses with transformers, on the same weights and prompt.

usage: respond.py MODEL JOB.json; for each line read, one round and one line of JSON: {"ids", "prefillMillis", "tokenMillis"}.
"""
import json
import sys
import time

import torch
from transformers import AutoModelForCausalLM

job = json.load(open(sys.argv[2]))
torch.set_num_threads(job["threads"])
model = AutoModelForCausalLM.from_pretrained(sys.argv[1], torch_dtype=torch.float32).eval()
prompt = torch.tensor([job["prompt"]])


def respond(tokens):
    """Milliseconds until so many tokens are written, and their ids."""
    begin = time.perf_counter()
    with torch.no_grad():
        ids = model.generate(
            prompt, attention_mask=torch.ones_like(prompt), do_sample=False, eos_token_id=None, pad_token_id=0,
            min_new_tokens=tokens, max_new_tokens=tokens)
    return (time.perf_counter() - begin) * 1000, ids[0, prompt.shape[1] :].tolist()


for _ in sys.stdin:
    prefill, _ = respond(1)
    whole, ids = respond(job["tokens"])
    each = (whole - prefill) / (job["tokens"] - 1)
    print(json.dumps({"ids": ids, "prefillMillis": prefill, "tokenMillis": each}), flush=True)
