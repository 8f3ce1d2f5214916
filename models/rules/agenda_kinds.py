"""What kind of step a title speaks of, and how long such a step usually takes: practice, to be changed at will."""

from __future__ import annotations

from models.codes import AgendaKind

# In the order of the question: “签约仪式致辞” is a speech, “合影” after a signing is a photo.
_WORDS = (
    (AgendaKind.CHECK_IN, ("签到", "报到", "sign-in", "check-in", "registration")),
    (AgendaKind.BREAK, ("茶歇", "休息", "break")),
    (
        AgendaKind.MEAL,
        ("早餐", "午餐", "晚餐", "用餐", "宴", "breakfast", "lunch", "dinner", "meal", "banquet"),
    ),
    (AgendaKind.PHOTO, ("合影", "photo")),
    (AgendaKind.SPEECH, ("致辞", "致词", "欢迎词", "welcome", "speech")),
    (AgendaKind.ADDRESS, ("讲话", "发言", "address", "remarks")),
    (AgendaKind.PLAQUE, ("授牌", "揭牌", "挂牌", "plaque", "unveil")),
    (AgendaKind.SIGNING, ("签约", "签署", "签字", "signing", "sign the")),
    (AgendaKind.TRANSFER, ("乘车", "前往", "返回", "返程", "送站", "接站", "transfer", "departure", "return")),
    (AgendaKind.VISIT, ("考察", "参观", "走访", "调研", "visit", "tour", "inspection")),
    (AgendaKind.OPENING, ("开场", "开幕", "主持人介绍", "opening")),
    (AgendaKind.CLOSING, ("总结", "小结", "闭幕", "结束", "closing")),
    (AgendaKind.INTRODUCTION, ("介绍", "推介", "宣传片", "发布", "路演", "presentation", "introduction", "film")),
)
_MINUTES = {
    AgendaKind.CHECK_IN: 30,
    AgendaKind.OPENING: 5,
    AgendaKind.SPEECH: 5,
    AgendaKind.ADDRESS: 10,
    AgendaKind.INTRODUCTION: 15,
    AgendaKind.EXCHANGE: 30,
    AgendaKind.SIGNING: 15,
    AgendaKind.PLAQUE: 10,
    AgendaKind.PHOTO: 10,
    AgendaKind.BREAK: 10,
    AgendaKind.MEAL: 60,
    AgendaKind.VISIT: 60,
    AgendaKind.TRANSFER: 20,
    AgendaKind.CLOSING: 5,
}


def kind_of_title(title: str) -> AgendaKind:
    """The kind that the words of a title speak of; an exchange where they say nothing."""
    plain = title.casefold()
    return next((kind for kind, words in _WORDS if any(word in plain for word in words)), AgendaKind.EXCHANGE)


def usual_minutes(kind: AgendaKind) -> int:
    """How long such a step usually takes."""
    return _MINUTES[kind]
