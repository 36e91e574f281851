"""The peer of `bench respond`: pixels of a picture and greedy responses with transformers, on the same bytes, weights and prompt.

usage: respond.py MODEL JOB.json; for each line read, one round and one line of JSON:
{"ids", "prefillMillis", "tokenMillis", "picture", "pictureMillis"}, the picture as the SHA-256 of its float32 pixels.
"""
import hashlib
import json
import pathlib
import sys
import time

import numpy
import torch
from PIL import Image
from transformers import AutoModelForCausalLM, CLIPImageProcessor

job = json.load(open(sys.argv[2]))
torch.set_num_threads(job["threads"])
model = AutoModelForCausalLM.from_pretrained(sys.argv[1], torch_dtype=torch.float32).eval()
prompt = torch.tensor([job["prompt"]])
processor = CLIPImageProcessor.from_pretrained(job["pictures"])
picture = Image.frombytes("RGB", (640, 480), pathlib.Path(job["pictures"], "picture.rgb").read_bytes())


def respond(tokens):
    """Milliseconds until so many tokens are written, and their ids."""
    begin = time.perf_counter()
    with torch.no_grad():
        ids = model.generate(
            prompt, attention_mask=torch.ones_like(prompt), do_sample=False, eos_token_id=None, pad_token_id=0,
            min_new_tokens=tokens, max_new_tokens=tokens)
    return (time.perf_counter() - begin) * 1000, ids[0, prompt.shape[1] :].tolist()


def pixels(times):
    """Milliseconds of one of several times in a row, and the hash of the pixels."""
    begin = time.perf_counter()
    for _ in range(times):
        made = processor(picture, return_tensors="np")["pixel_values"]
    millis = (time.perf_counter() - begin) * 1000 / times
    return millis, hashlib.sha256(made.astype(numpy.float32).tobytes()).hexdigest()


for _ in sys.stdin:
    seen, digest = pixels(20)
    prefill, _ = respond(1)
    whole, ids = respond(job["tokens"])
    each = (whole - prefill) / (job["tokens"] - 1)
    print(json.dumps({"ids": ids, "prefillMillis": prefill, "tokenMillis": each, "picture": digest, "pictureMillis": seen}), flush=True)
