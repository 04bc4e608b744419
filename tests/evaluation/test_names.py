"""Whether two names are of one person or thing: words count, not the marks that cling to them."""

from variorum.evaluation.names import same_name


def test_a_comma_is_no_part_of_a_word() -> None:
    assert same_name("Tall Pine, a pension fund", ["Tall Pine"])
    assert same_name("Ada Roe", ["Roe, Ada (Ind.)"])
    assert not same_name("Tall Pine, a pension fund", ["Tall Spruce"])
    assert not same_name("Ada Roe", [",", "("])
