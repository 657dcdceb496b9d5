"""Verdicts in TRL and datasets: a step of GRPO on a tiny random model, and JSON lines read back.

    python -m tests.cross.trl_preferences FOLDER

Nothing is downloaded: the model and its words are made here. What is learnt is not the point, but
that the library calls the reward function, takes None, and logs what it hands back.
"""

import json
import sys
from pathlib import Path

import torch
from datasets import Dataset, load_dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast, set_seed
from trl import GRPOConfig, GRPOTrainer

from argue.rewards.preferences import (
    Judged,
    label_rows,
    openrlhf_reward,
    preference_rows,
    trl_reward,
    write_jsonl,
)
from tests.rewards.preferences.commons import OPTIONS, judge

ROWS = {"stock": [5, 40, 5, 5] * 4, "food": [3, 3, 0, 3] * 4, "day": [1, 1, 1, 9] * 4}
SAYS = {"little": "I take little .", "much": "I take much ."}
PROMPT = "take little or much ?"


def tokenizer():
    words = ["<pad>", "<end>", *dict.fromkeys(f"{PROMPT} {' '.join(SAYS.values())}".split())]
    made = Tokenizer(models.WordLevel({w: i for i, w in enumerate(words)}, unk_token="<end>"))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="<pad>", eos_token="<end>", bos_token="<end>"
    )


def trained(folder: Path):
    set_seed(7)
    words = tokenizer()
    config = GPT2Config(
        vocab_size=len(words), n_positions=32, n_embd=16, n_layer=1, n_head=2,
        bos_token_id=words.eos_token_id, eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )  # fmt: skip
    data = Dataset.from_dict({"prompt": [PROMPT] * len(ROWS["stock"]), **ROWS})
    seen = []
    inner = trl_reward(judge())

    def verdict(prompts, completions, completion_ids, **columns):
        found = inner(prompts, completions, completion_ids, **columns)
        seen.extend(found)
        return found

    def given(completions, **_):
        return [0.0] * len(completions)

    options = GRPOConfig(
        output_dir=str(folder), max_steps=4, per_device_train_batch_size=8, num_generations=4,
        max_completion_length=6, report_to=[], use_cpu=True, logging_steps=1, seed=7,
        save_strategy="no", log_completions=False, disable_tqdm=True,
    )  # fmt: skip
    trainer = GRPOTrainer(
        model=GPT2LMHeadModel(config),
        reward_funcs=[verdict, given],
        args=options,
        train_dataset=data,
        processing_class=words,
    )
    trainer.train()
    return seen, trainer.state.log_history


def check_training(folder: Path) -> None:
    seen, logs = trained(folder)
    counted = {value: seen.count(value) for value in (1.0, 0.0, None)}
    assert sum(counted.values()) == len(seen) == 32, counted
    assert min(counted.values()) > 0, counted
    kinds = ("ruled_out", "undecided", "unread")
    logged = [
        {k: line[key] for k in kinds for key in line if key.endswith(f"verdict/{k}")}
        for line in logs
    ]
    assert [len(line) for line in logged if line] == [3] * 4, logs
    print(f"TRL: 4 steps of GRPO; rewards 1, 0 and None: {list(counted.values())}")


def check_datasets(folder: Path) -> None:
    judged = Judged(judge(), ROWS)
    prompts = [PROMPT] * len(judged)
    for name, rows in (
        ("preferences", list(preference_rows(judged, prompts, SAYS, margin=True))),
        ("labels", list(label_rows(judged, prompts, SAYS))),
    ):
        path = folder / f"{name}.jsonl"
        write_jsonl(rows, path)
        read = load_dataset("json", data_files=str(path), split="train", cache_dir=str(folder))
        assert read.to_list() == rows == Dataset.from_list(rows).to_list()
        assert all(json.loads(why)["because"] for why in read["justification"])
        print(f"datasets: {len(rows)} rows of {name} ({', '.join(read.column_names)}) as written")


def check_openrlhf() -> None:
    labels = [json.dumps({k: column[at] for k, column in ROWS.items()}) for at in range(4)]
    said = [f"{PROMPT}{SAYS[option]}" for option in (*OPTIONS, *OPTIONS)]
    found = openrlhf_reward(judge())(said, [PROMPT] * 4, labels)
    assert torch.equal(found["rewards"], torch.tensor([1.0, 1.0, 1.0, 0.5])), found
    assert all(torch.is_tensor(value) for value in found["extra_logs"].values())
    print("OpenRLHF: the documented dictionary of tensors")


def main() -> int:
    folder = Path(sys.argv[1])
    check_datasets(folder)
    check_openrlhf()
    check_training(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
