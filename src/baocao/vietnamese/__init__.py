"""What Vietnamese custom decides about letters, figures and dates; pure functions, no other door.

Reading what people wrote, and writing what documents print:
    figures    ``1.234.567,89`` ⇄ Decimal; a text with two readings is a problem, never a guess
    dates      ``05/7/2017``, ``ngày 05 tháng 7 năm 2017`` ⇄ date; a date not yet given

Words and numbers that a document needs:
    words      12,05 → ``mười hai phẩy không năm``
    ordinals   ``IV``, ``đ)``, ``thứ tư``: the marks of parts, points and clauses

Text as a whole:
    text       folding for "did you mean", and the blanks at which no line may break
    collation  the order of a Vietnamese dictionary, and of a list of persons
"""
